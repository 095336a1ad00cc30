/// What has to hold before the first request: settings that are known, and times that nest.
@NullMarked
package dev.interlock.system.start;

import org.jspecify.annotations.NullMarked;
