package dev.interlock.system.engineering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the gateway asks of the PLM.
///
/// `Refused` 422 when it refuses, `WrongState` when the change's status forbids the step,
/// `Rejected` when a higher version stands, `NotFound` when the change is not there, `TargetFailed`
/// when the PLM could not be asked or answered nonsense.
public interface ChangeSource {
    Optional<EngineeringChange> find(String changeNumber);

    Part list(Filter filter, String cursor);

    EngineeringChange store(EngineeringChange wanted, String effectKey);

    /// Tells the PLM that the change is in force everywhere; saying so again finds it told.
    EngineeringChange implement(String changeNumber, long version, String effectKey);

    /// Which changes are wanted.
    record Filter(
            @Nullable String itemId,
            @Nullable ChangeStatus status,
            @Nullable Instant changedSince) {}

    /// As many as the PLM gives at once; `next` is its own cursor, empty at the end.
    record Part(List<EngineeringChange> changes, String next) {
        public Part {
            changes = List.copyOf(changes);
        }
    }
}
