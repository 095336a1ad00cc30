package dev.interlock.system.structure;

import dev.interlock.system.master.Ids;

/// Which work center of which plant.
public record WorkCenterKey(String plant, String workCenterId) {
    /// From a path: what cannot be one is not there.
    public static WorkCenterKey path(String plant, String workCenterId) {
        return new WorkCenterKey(Ids.path("plant", plant), Ids.path("work center", workCenterId));
    }

    public String text() {
        return plant + "/" + workCenterId;
    }
}
