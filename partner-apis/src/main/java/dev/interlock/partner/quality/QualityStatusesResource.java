package dev.interlock.partner.quality;

import dev.interlock.partner.below.Below;
import dev.interlock.partner.below.Paging;
import dev.interlock.partner.below.Place;
import dev.interlock.platform.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// How a supplier's items and lots stand.
@Path("/partner/v1/quality-statuses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Quality statuses")
@Extension(name = "x-smallrye-profile-quality", value = "")
public class QualityStatusesResource {
    private final Below below;

    QualityStatusesResource(Below below) {
        this.below = below;
    }

    @GET
    @PermissionsAllowed("supplier:quality")
    @Operation(
            operationId = "listQualityStatuses",
            summary = "How the supplier's items and lots stand, by what the buyer has of them")
    public Page<QualityStatus> list(@BeanParam Paging paging) {
        return below.list(
                Place.system("quality statuses", "", "quality-statuses"),
                paging,
                QualityStatus.class);
    }
}
