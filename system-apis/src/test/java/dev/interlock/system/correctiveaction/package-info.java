@NullMarked
package dev.interlock.system.correctiveaction;

import org.jspecify.annotations.NullMarked;
