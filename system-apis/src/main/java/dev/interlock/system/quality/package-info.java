/// Quality: inspection plans in the QMS, nonconformances in a reference core of our own.
@NullMarked
package dev.interlock.system.quality;

import org.jspecify.annotations.NullMarked;
