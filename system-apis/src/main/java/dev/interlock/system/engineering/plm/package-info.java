/// The PLM, in its own words.
@NullMarked
package dev.interlock.system.engineering.plm;

import org.jspecify.annotations.NullMarked;
