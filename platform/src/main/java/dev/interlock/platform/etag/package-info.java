/// Versions as callers see them: what they have read is what they change.
@NullMarked
package dev.interlock.platform.etag;

import org.jspecify.annotations.NullMarked;
