/// The reference quality core, on PostgreSQL.
@NullMarked
package dev.interlock.system.nonconformance.reference;

import org.jspecify.annotations.NullMarked;
