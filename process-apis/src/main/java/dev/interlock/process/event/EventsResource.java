package dev.interlock.process.event;

import dev.interlock.platform.event.CloudEvent;
import dev.interlock.platform.event.EventTypes;
import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Every business fact of this tier, in order.
@Path("/process/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Events",
        description = "Business facts as CloudEvents, in order per thing, none skipped")
@Extension(name = "x-smallrye-profile-events", value = "")
@RunOnVirtualThread
public class EventsResource {
    private final Facts facts;

    EventsResource(Facts facts) {
        this.facts = facts;
    }

    @GET
    @PermissionsAllowed("events:read")
    @Operation(
            operationId = "readEvents",
            summary =
                    "Read facts from a cursor on; nextCursor is always given, also at the end of"
                            + " the feed")
    public Page<CloudEvent> events(
            @QueryParam("types")
                    @Parameter(
                            description = "Canonical event names, with commas",
                            schema = @Schema(type = SchemaType.STRING))
                    @Nullable EventTypes types,
            @QueryParam("cursor") @Nullable Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
        return facts.after(cursor, types, limit);
    }
}
