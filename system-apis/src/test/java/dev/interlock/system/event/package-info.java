/// Facts in order, none skipped.
@NullMarked
package dev.interlock.system.event;

import org.jspecify.annotations.NullMarked;
