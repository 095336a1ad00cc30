/// What every tier may rely on, tried over real HTTP.
@NullMarked
package dev.interlock.platform;

import org.jspecify.annotations.NullMarked;
