/// Evidence: files that belong to a corrective action.
@NullMarked
package dev.interlock.system.attachment;

import org.jspecify.annotations.NullMarked;
