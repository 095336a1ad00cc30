/// What stops a request, as one closed family of exceptions and one RFC 9457 document.
@NullMarked
package dev.interlock.platform.problem;

import org.jspecify.annotations.NullMarked;
