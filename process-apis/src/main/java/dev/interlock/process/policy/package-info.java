/// The data that decides: read by the checks, changed by people, every change kept.
@NullMarked
package dev.interlock.process.policy;

import org.jspecify.annotations.NullMarked;
