/// What three suppliers own, each marked so that a single byte of it is found anywhere else.
@NullMarked
package dev.interlock.acceptance.isolation;

import org.jspecify.annotations.NullMarked;
