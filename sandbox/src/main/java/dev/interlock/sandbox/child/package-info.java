/// Child processes: started, waited for, ended, and found again after a launcher that was killed.
@NullMarked
package dev.interlock.sandbox.child;

import org.jspecify.annotations.NullMarked;
