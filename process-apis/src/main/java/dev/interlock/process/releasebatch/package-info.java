/// A plant's day checked as a whole: every order that is to start, and what keeps it from its
/// release.
@NullMarked
package dev.interlock.process.releasebatch;

import org.jspecify.annotations.NullMarked;
