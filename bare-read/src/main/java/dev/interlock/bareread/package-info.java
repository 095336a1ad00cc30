/// A read with nothing around it: what Quarkus and JDBC cost by themselves.
@NullMarked
package dev.interlock.bareread;

import org.jspecify.annotations.NullMarked;
