/// Operations that will go: told in every answer and in the contract, from one declaration.
@NullMarked
package dev.interlock.platform.deprecation;

import org.jspecify.annotations.NullMarked;
