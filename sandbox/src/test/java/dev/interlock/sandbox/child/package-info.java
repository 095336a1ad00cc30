/// Tests of child processes and how they are found again.
@NullMarked
package dev.interlock.sandbox.child;

import org.jspecify.annotations.NullMarked;
