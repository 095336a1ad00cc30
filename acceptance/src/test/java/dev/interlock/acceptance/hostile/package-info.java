/// What no caller can send with good intentions, made from the published contracts.
@NullMarked
package dev.interlock.acceptance.hostile;

import org.jspecify.annotations.NullMarked;
