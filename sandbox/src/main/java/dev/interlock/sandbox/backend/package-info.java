/// The rules and the memory of the systems that the plant stands in for, without network and
/// faults.
@NullMarked
package dev.interlock.sandbox.backend;

import org.jspecify.annotations.NullMarked;
