/// Revisions: their order, and when which one holds.
@NullMarked
package dev.interlock.system.revision;

import org.jspecify.annotations.NullMarked;
