/// How a master record is read and put: business ids, If-Match, versions, where it came from.
@NullMarked
package dev.interlock.system.master;

import org.jspecify.annotations.NullMarked;
