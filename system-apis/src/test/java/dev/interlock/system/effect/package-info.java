/// Keys, replays, fences and effects in doubt.
@NullMarked
package dev.interlock.system.effect;

import org.jspecify.annotations.NullMarked;
