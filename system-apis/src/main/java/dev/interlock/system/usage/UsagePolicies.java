package dev.interlock.system.usage;

import dev.interlock.system.backend.ErpPort;
import java.util.List;

/// What the gateway asks of an ERP about its usage statuses.
public interface UsagePolicies extends ErpPort {
    /// In the order of statuses and functions.
    List<UsagePolicy> all();
}
