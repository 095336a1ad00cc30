/// What every operation of the published contracts has in common.
@NullMarked
package dev.interlock.partner.contract;

import org.jspecify.annotations.NullMarked;
