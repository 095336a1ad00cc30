/// A plant's day checked as a whole.
@NullMarked
package dev.interlock.process.releasebatch;

import org.jspecify.annotations.NullMarked;
