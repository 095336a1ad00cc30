/// What our statements need beside plain values: arrays of text, lists gathered as JSON.
@NullMarked
package dev.interlock.system.sql;

import org.jspecify.annotations.NullMarked;
