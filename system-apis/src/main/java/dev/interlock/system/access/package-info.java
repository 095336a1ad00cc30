/// What a caller of the system tier may see: its plants, or one supplier's share.
@NullMarked
package dev.interlock.system.access;

import org.jspecify.annotations.NullMarked;
