/// Calls to back ends of other vendors: who answers for which plant, and what their answers mean to
/// us.
@NullMarked
package dev.interlock.system.vendor;

import org.jspecify.annotations.NullMarked;
