/// Files in our own PostgreSQL.
@NullMarked
package dev.interlock.system.attachment.reference;

import org.jspecify.annotations.NullMarked;
