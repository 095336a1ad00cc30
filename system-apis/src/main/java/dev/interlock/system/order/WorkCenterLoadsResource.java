package dev.interlock.system.order;

import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.system.access.OnBehalf;
import dev.interlock.system.backend.Erp;
import dev.interlock.system.master.Plausible;
import dev.interlock.system.structure.WorkCenterKey;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is planned for a work center. Part of the Item API; it stands here because orders make the
/// load.
@Path("/system/v1/work-centers/{plant}/{workCenterId}/loads")
@Tag(name = "Work centers")
@Extension(name = "x-smallrye-profile-item", value = "")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WorkCenterLoadsResource {
    private final Erp erp;
    private final OnBehalf caller;

    WorkCenterLoadsResource(Erp erp, OnBehalf caller) {
        this.erp = erp;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("item:read")
    @Operation(
            summary =
                    "List the loaded days of a work center: from today, for four weeks, unless"
                            + " asked otherwise")
    public Page<WorkCenterLoad> loads(
            @PathParam("plant") String plant,
            @PathParam("workCenterId") String workCenterId,
            @QueryParam("from") @Plausible @Nullable LocalDate from,
            @QueryParam("to") @Plausible @Nullable LocalDate to) {
        var key = WorkCenterKey.path(plant, workCenterId);
        return erp.of(WorkCenterLoads.class, plant)
                .loads(key, from, to, caller.sight())
                .orElseThrow(() -> new NotFound("work center", key.text()));
    }
}
