/// Notices to suppliers, tried over HTTP.
@NullMarked
package dev.interlock.process.notice;

import org.jspecify.annotations.NullMarked;
