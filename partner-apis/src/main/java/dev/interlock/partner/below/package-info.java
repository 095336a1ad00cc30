/// The tiers below, as the partner tier uses them: for one supplier at a time, and in words that a
/// supplier may read.
@NullMarked
package dev.interlock.partner.below;

import org.jspecify.annotations.NullMarked;
