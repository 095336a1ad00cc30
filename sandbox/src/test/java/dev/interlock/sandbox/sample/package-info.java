/// Tests of the sample data.
@NullMarked
package dev.interlock.sandbox.sample;

import org.jspecify.annotations.NullMarked;
