package dev.interlock.system.engineering;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.engineering.ChangeSource.Filter;
import dev.interlock.system.vendor.Id;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Engineering changes of the PLM.
@Path("/system/v1/engineering-changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Engineering changes", description = "What engineering decided, as the PLM has it")
@Extension(name = "x-smallrye-profile-engineering", value = "")
@RunOnVirtualThread
public class ChangeResource {
    private final EngineeringChanges changes;
    private final ChangeList list;

    ChangeResource(EngineeringChanges changes, ChangeList list) {
        this.changes = changes;
        this.list = list;
    }

    /// The version whose content is in force everywhere.
    public record Implementation(@NotNull @Min(1) Long version) {}

    @GET
    @PermissionsAllowed("engineering:read")
    @Operation(summary = "List engineering changes")
    public Page<EngineeringChange> list(
            @QueryParam("itemId") @Pattern(regexp = Id.SHAPE) @Nullable String itemId,
            @QueryParam("status") @Nullable ChangeStatus status,
            @QueryParam("changedSince") @Nullable Instant changedSince,
            @QueryParam("cursor") @Nullable Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
        return list.page(new Filter(itemId, status, changedSince), cursor, limit);
    }

    @GET
    @Path("/{changeNumber}")
    @PermissionsAllowed("engineering:read")
    @Operation(summary = "Read an engineering change from the PLM")
    @APIResponseSchema(EngineeringChange.class)
    public Response find(@PathParam("changeNumber") String changeNumber) {
        return changes.find(changeNumber);
    }

    @PUT
    @Path("/{changeNumber}")
    @PermissionsAllowed("engineering:write")
    @Operation(summary = "Put an engineering change into the PLM")
    @APIResponseSchema(EngineeringChange.class)
    public Response put(
            @PathParam("changeNumber") String changeNumber,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ChangeRequest change) {
        return changes.put(changeNumber, ifMatch, change);
    }

    @POST
    @Path("/{changeNumber}/implementations")
    @PermissionsAllowed("engineering:write")
    @Operation(summary = "Tell the PLM that a change is in force everywhere")
    @APIResponseSchema(EngineeringChange.class)
    public Response implement(
            @PathParam("changeNumber") String changeNumber, Implementation implementation) {
        return changes.implement(changeNumber, implementation.version());
    }
}
