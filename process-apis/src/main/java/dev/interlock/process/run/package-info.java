/// The run ledger: business transactions written down before they act, recovered by the code that
/// runs them.
@NullMarked
package dev.interlock.process.run;

import org.jspecify.annotations.NullMarked;
