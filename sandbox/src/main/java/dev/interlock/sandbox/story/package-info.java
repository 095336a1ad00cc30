/// Two stories that show the gateway at work, printing each request and answer, and failing when a
/// promise is not kept.
@NullMarked
package dev.interlock.sandbox.story;

import org.jspecify.annotations.NullMarked;
