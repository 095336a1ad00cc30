/// Quality statuses out of our own stock, holds and nonconformances.
@NullMarked
package dev.interlock.system.qualitystatus.reference;

import org.jspecify.annotations.NullMarked;
