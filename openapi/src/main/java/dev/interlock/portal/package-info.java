/// The portal: every API by tier, every contract, every problem, readable without internet.
@NullMarked
package dev.interlock.portal;

import org.jspecify.annotations.NullMarked;
