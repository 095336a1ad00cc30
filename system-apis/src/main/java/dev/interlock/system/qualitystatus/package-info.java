/// How the parts of a supplier stand: released, in inspection, on hold or rejected.
@NullMarked
package dev.interlock.system.qualitystatus;

import org.jspecify.annotations.NullMarked;
