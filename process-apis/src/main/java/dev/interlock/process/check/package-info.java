/// Checks asked side by side: each answers one finding, and what could not be known is never
/// guessed.
@NullMarked
package dev.interlock.process.check;

import org.jspecify.annotations.NullMarked;
