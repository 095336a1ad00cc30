/// Lists by keyset: limit, opaque cursor, page.
@NullMarked
package dev.interlock.platform.paging;

import org.jspecify.annotations.NullMarked;
