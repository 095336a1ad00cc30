package dev.interlock.system.qualitystatus;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.Sight;

/// What the gateway asks of whoever knows stock, holds and nonconformances together. A supplier
/// sees its own items, and the lots whose receipt named an order of its own.
public interface QualityStatuses {
    Page<QualityStatus> statuses(QualityStatusQuery query, Sight sight);
}
