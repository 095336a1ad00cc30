/// Tests of what a story prints.
@NullMarked
package dev.interlock.sandbox.story;

import org.jspecify.annotations.NullMarked;
