/// Corrective actions in the reference quality core.
@NullMarked
package dev.interlock.system.correctiveaction.reference;

import org.jspecify.annotations.NullMarked;
