/// Corrective actions (SCAR): what a supplier is asked to put right, in the eight disciplines.
@NullMarked
package dev.interlock.system.correctiveaction;

import org.jspecify.annotations.NullMarked;
