/// Which back end answers for which plant and kind of object.
@NullMarked
package dev.interlock.system.backend;

import org.jspecify.annotations.NullMarked;
