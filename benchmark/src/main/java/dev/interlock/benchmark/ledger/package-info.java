/// What the run ledger bears: runs per second, and growth.
@NullMarked
package dev.interlock.benchmark.ledger;

import org.jspecify.annotations.NullMarked;
