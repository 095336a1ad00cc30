@NullMarked
package dev.interlock.platform.outbound;

import org.jspecify.annotations.NullMarked;
