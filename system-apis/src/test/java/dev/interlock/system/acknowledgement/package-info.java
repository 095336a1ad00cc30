@NullMarked
package dev.interlock.system.acknowledgement;

import org.jspecify.annotations.NullMarked;
