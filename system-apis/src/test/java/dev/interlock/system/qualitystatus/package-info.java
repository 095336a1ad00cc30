/// How suppliers' parts stand, tried over HTTP.
@NullMarked
package dev.interlock.system.qualitystatus;

import org.jspecify.annotations.NullMarked;
