/// The published contracts under `openapi/contracts`, held against what the tiers serve.
@NullMarked
package dev.interlock.sandbox.contract;

import org.jspecify.annotations.NullMarked;
