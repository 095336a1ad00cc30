/// What order release decides.
@NullMarked
package dev.interlock.process.orderrelease;

import org.jspecify.annotations.NullMarked;
