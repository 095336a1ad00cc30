package dev.interlock.system.qualitystatus;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.access.OnBehalf;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Quality statuses.
@Path("/system/v1/quality-statuses")
@Tag(name = "Quality statuses")
@Extension(name = "x-smallrye-profile-quality", value = "")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class QualityStatusesResource {
    private final QualityStatuses statuses;
    private final OnBehalf caller;

    QualityStatusesResource(QualityStatuses statuses, OnBehalf caller) {
        this.statuses = statuses;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("quality:read")
    @Operation(
            summary =
                    "List how suppliers' items and lots stand, by stock type, active holds and open"
                            + " nonconformances")
    public Page<QualityStatus> list(@BeanParam @Valid QualityStatusQuery query) {
        return statuses.statuses(query, caller.sight());
    }
}
