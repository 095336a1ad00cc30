/// What the tests of the system tier share.
@NullMarked
package dev.interlock.system;

import org.jspecify.annotations.NullMarked;
