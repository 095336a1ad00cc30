/// The gateway as its callers meet it: real tiers, real tokens, real databases, and a plant that
/// can misbehave.
@NullMarked
package dev.interlock.acceptance;

import org.jspecify.annotations.NullMarked;
