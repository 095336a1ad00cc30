/// The two plants, the gearbox and its changes and orders, loaded through the system APIs.
@NullMarked
package dev.interlock.sandbox.sample;

import org.jspecify.annotations.NullMarked;
