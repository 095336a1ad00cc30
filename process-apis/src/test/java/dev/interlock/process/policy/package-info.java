/// Policies as people change them.
@NullMarked
package dev.interlock.process.policy;

import org.jspecify.annotations.NullMarked;
