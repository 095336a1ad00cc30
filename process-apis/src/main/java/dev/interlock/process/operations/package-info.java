/// Operations: every run and every exception by what people look for, where its content came from
/// and who took it, and what a person can do about it.
@NullMarked
package dev.interlock.process.operations;

import org.jspecify.annotations.NullMarked;
