package dev.interlock.partner.supplier;

import dev.interlock.platform.outbound.Call;
import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Engineering changes that touch a supplier's parts.
@Path("/partner/v1/engineering-notices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Engineering notices")
@Extension(name = "x-smallrye-profile-supplier", value = "")
public class EngineeringNoticesResource {
    private final Below below;

    EngineeringNoticesResource(Below below) {
        this.below = below;
    }

    /// The page of the tier below, read for the fields that a supplier sees.
    record Notices(List<EngineeringNotice> items, @Nullable String nextCursor) {}

    @GET
    @PermissionsAllowed("supplier:changes")
    @Operation(
            operationId = "listEngineeringNotices",
            summary = "Changes that touch the supplier's parts")
    public Page<EngineeringNotice> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        return below.process(
                        "/supplier-notices"
                                + Below.page(limit, cursor == null ? null : cursor.toString()),
                        Notices.class)
                .map(page -> new Page<>(page.items(), page.nextCursor()))
                .orElseGet(() -> Page.whole(List.of()));
    }

    @GET
    @Path("/{changeNumber}")
    @PermissionsAllowed("supplier:changes")
    @Operation(
            operationId = "getEngineeringNotice",
            summary = "One notice; a change that does not touch the supplier answers as unknown")
    public EngineeringNotice get(@PathParam("changeNumber") String changeNumber) {
        return below.process(
                        "/supplier-notices/" + Call.encode(changeNumber), EngineeringNotice.class)
                .orElseThrow(() -> new NotFound("engineering notice", changeNumber));
    }
}
