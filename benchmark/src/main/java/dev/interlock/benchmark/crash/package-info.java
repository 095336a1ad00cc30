/// The crash harness: business goes on while parts are killed, and in the end the books must agree.
@NullMarked
package dev.interlock.benchmark.crash;

import org.jspecify.annotations.NullMarked;
