/// Tests of how tokens are got.
@NullMarked
package dev.interlock.sandbox.api;

import org.jspecify.annotations.NullMarked;
