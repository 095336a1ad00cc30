/// Revisions in the embedded reference ERP.
@NullMarked
package dev.interlock.system.revision.reference;

import org.jspecify.annotations.NullMarked;
