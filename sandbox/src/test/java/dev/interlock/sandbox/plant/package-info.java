/// Tests of the plant over real HTTP.
@NullMarked
package dev.interlock.sandbox.plant;

import org.jspecify.annotations.NullMarked;
