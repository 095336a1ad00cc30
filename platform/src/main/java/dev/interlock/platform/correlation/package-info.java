/// Who asked for what: correlation id and trace context, in, out and in every log line.
@NullMarked
package dev.interlock.platform.correlation;

import org.jspecify.annotations.NullMarked;
