/// The portal, tried over HTTP.
@NullMarked
package dev.interlock.portal;

import org.jspecify.annotations.NullMarked;
