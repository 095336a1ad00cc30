/// What is changed and made while the gateway is measured.
@NullMarked
package dev.interlock.benchmark.piece;

import org.jspecify.annotations.NullMarked;
