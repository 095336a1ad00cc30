/// Quality between a buyer and its suppliers: how their parts stand, what they are told, and what
/// they put right.
@NullMarked
package dev.interlock.partner.quality;

import org.jspecify.annotations.NullMarked;
