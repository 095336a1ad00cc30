/// The partner tier, tried over HTTP.
@NullMarked
package dev.interlock.partner;

import org.jspecify.annotations.NullMarked;
