/// Which back end answers.
@NullMarked
package dev.interlock.system.backend;

import org.jspecify.annotations.NullMarked;
