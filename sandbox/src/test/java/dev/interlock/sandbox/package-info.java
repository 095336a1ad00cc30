/// Tests of what starts the gateway on one machine.
@NullMarked
package dev.interlock.sandbox;

import org.jspecify.annotations.NullMarked;
