@NullMarked
package dev.interlock.system.notification;

import org.jspecify.annotations.NullMarked;
