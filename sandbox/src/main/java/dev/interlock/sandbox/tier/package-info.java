/// The gateway's own applications, as the sandbox starts them.
@NullMarked
package dev.interlock.sandbox.tier;

import org.jspecify.annotations.NullMarked;
