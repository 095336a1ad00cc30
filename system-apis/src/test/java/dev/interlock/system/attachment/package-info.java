@NullMarked
package dev.interlock.system.attachment;

import org.jspecify.annotations.NullMarked;
