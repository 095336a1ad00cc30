/// Engineering notices: what a supplier has to know of a change, about its own parts only.
@NullMarked
package dev.interlock.process.notice;

import org.jspecify.annotations.NullMarked;
