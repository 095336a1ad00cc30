/// What the tables of this tier share.
@NullMarked
package dev.interlock.process.sql;

import org.jspecify.annotations.NullMarked;
