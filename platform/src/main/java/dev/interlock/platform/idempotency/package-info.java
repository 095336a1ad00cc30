/// The Idempotency-Key header and the fingerprint of the request that carries it.
@NullMarked
package dev.interlock.platform.idempotency;

import org.jspecify.annotations.NullMarked;
