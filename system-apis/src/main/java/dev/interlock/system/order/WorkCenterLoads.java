package dev.interlock.system.order;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;
import dev.interlock.system.backend.ErpPort;
import dev.interlock.system.structure.WorkCenterKey;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Loads of work centers: the sum of their released and planned operations, by day. One that takes
/// longer than a day fills its days one after the other; what does not fit is on the last. Empty
/// when the work center is not known or not to be seen.
public interface WorkCenterLoads extends ErpPort {
    Optional<Page<WorkCenterLoad>> loads(
            WorkCenterKey key, @Nullable LocalDate from, @Nullable LocalDate to, Sight sight);
}
