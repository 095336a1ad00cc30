/// Over HTTP, against the plant or a back end that misbehaves.
@NullMarked
package dev.interlock.system.warehouse;

import org.jspecify.annotations.NullMarked;
