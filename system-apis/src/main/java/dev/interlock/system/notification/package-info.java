/// Quality notifications: what the buyer tells a supplier about its parts, and what it answers.
@NullMarked
package dev.interlock.system.notification;

import org.jspecify.annotations.NullMarked;
