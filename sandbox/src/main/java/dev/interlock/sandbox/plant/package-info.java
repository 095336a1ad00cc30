/// Stand-ins for MES, QMS, PLM and WMS with memory, rules of their own and fault switches, and a
/// proxy before the ERP.
@NullMarked
package dev.interlock.sandbox.plant;

import org.jspecify.annotations.NullMarked;
