@NullMarked
package dev.interlock.process.operations;

import org.jspecify.annotations.NullMarked;
