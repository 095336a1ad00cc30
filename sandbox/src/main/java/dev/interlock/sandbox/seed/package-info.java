/// A large plant for measuring, written through the system APIs as any client would.
@NullMarked
package dev.interlock.sandbox.seed;

import org.jspecify.annotations.NullMarked;
