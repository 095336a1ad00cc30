/// What the ERP knows around a production order, in one answer: for whoever decides whether it may
/// start.
@NullMarked
package dev.interlock.system.dossier;

import org.jspecify.annotations.NullMarked;
