/// What engineering change propagation decides.
@NullMarked
package dev.interlock.process.eco;

import org.jspecify.annotations.NullMarked;
