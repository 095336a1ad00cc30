/// What the process tier understands of what the systems say.
@NullMarked
package dev.interlock.process.facts;

import org.jspecify.annotations.NullMarked;
