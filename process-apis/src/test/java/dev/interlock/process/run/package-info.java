/// What the run ledger promises.
@NullMarked
package dev.interlock.process.run;

import org.jspecify.annotations.NullMarked;
