/// A process that checks nothing: what the run ledger costs by itself.
@NullMarked
package dev.interlock.bare;

import org.jspecify.annotations.NullMarked;
