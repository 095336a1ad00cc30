/// What a usage status allows: buying, building in, making, moving.
@NullMarked
package dev.interlock.system.usage;

import org.jspecify.annotations.NullMarked;
