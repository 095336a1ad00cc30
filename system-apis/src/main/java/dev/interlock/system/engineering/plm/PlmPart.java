package dev.interlock.system.engineering.plm;

import dev.interlock.system.engineering.EngineeringChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the PLM's list. Its changes are in the canonical words already.
record PlmPart(@Nullable List<@Nullable EngineeringChange> changes, @Nullable String next) {}
