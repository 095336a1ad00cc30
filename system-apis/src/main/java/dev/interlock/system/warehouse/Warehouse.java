package dev.interlock.system.warehouse;

import java.time.Duration;
import java.util.Optional;

/// What the gateway asks of a plant's warehouse system.
///
/// `Refused` 422 when no WMS serves the plant or it refuses, `WrongState` when another request
/// stands or the material is staged, `NotFound` when there is none, `TargetFailed` when the WMS
/// could not be asked or answered nonsense.
public interface Warehouse {
    Optional<StagingRequest> find(String plant, String orderNumber);

    /// Makes it anew when it was cancelled.
    StagingRequest store(StagingRequest wanted, String effectKey);

    /// Cancelling again finds it cancelled.
    StagingRequest cancel(String plant, String orderNumber, String effectKey);

    Duration quietTime();
}
