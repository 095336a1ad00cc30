/// Tests of where each part stands.
@NullMarked
package dev.interlock.sandbox.layout;

import org.jspecify.annotations.NullMarked;
