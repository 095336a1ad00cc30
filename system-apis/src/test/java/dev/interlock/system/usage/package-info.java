/// What usage statuses forbid, as callers meet it.
@NullMarked
package dev.interlock.system.usage;

import org.jspecify.annotations.NullMarked;
