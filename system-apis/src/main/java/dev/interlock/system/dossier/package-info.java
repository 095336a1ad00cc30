/// What the ERP knows around a production order or an item, in one answer: for whoever decides
/// whether the order may start, or the item may change.
@NullMarked
package dev.interlock.system.dossier;

import org.jspecify.annotations.NullMarked;
