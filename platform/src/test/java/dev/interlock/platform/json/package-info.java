/// How JSON is read, tried without any HTTP.
@NullMarked
package dev.interlock.platform.json;

import org.jspecify.annotations.NullMarked;
