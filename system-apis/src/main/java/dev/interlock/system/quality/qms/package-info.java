/// The quality system, in its own words.
@NullMarked
package dev.interlock.system.quality.qms;

import org.jspecify.annotations.NullMarked;
