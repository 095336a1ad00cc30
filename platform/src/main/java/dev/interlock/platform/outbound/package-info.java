/// Calls to another system, whose outcome always says whether the other side may have acted.
@NullMarked
package dev.interlock.platform.outbound;

import org.jspecify.annotations.NullMarked;
