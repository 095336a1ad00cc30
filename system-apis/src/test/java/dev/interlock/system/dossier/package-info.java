/// Production orders through their life cycle.
@NullMarked
package dev.interlock.system.dossier;

import org.jspecify.annotations.NullMarked;
