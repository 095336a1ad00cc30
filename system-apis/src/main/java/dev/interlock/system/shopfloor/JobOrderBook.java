package dev.interlock.system.shopfloor;

import java.time.Duration;
import java.util.Optional;

/// What the gateway asks of a plant's MES about job orders.
///
/// `Refused` 422 when no MES serves the plant or it refuses, `WrongState` when the job order's
/// state forbids it, `NotFound` when it is not there, `TargetFailed` when the MES could not be
/// asked or answered nonsense.
public interface JobOrderBook {
    Optional<JobOrder> find(String plant, String orderNumber);

    /// Not startable yet; the same again for the same run finds it stored.
    JobOrder store(JobOrder wanted, String effectKey);

    JobOrder start(String plant, String orderNumber, String effectKey);

    /// Afterwards it is gone.
    void revoke(String plant, String orderNumber, String effectKey);

    Duration quietTime();
}
