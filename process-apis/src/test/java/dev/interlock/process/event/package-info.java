@NullMarked
package dev.interlock.process.event;

import org.jspecify.annotations.NullMarked;
