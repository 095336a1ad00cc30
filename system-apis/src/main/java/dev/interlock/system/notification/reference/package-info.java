/// Quality notifications in the reference quality core.
@NullMarked
package dev.interlock.system.notification.reference;

import org.jspecify.annotations.NullMarked;
