/// What this tier asks the system tier: records of only the fields it reads, read tolerantly.
@NullMarked
package dev.interlock.process.facts;

import org.jspecify.annotations.NullMarked;
