package dev.interlock.system.effect;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Where the process tier says that a run has a new worker, before that worker reads what to undo.
@Path("/system/v1/fences/{run}")
@Tag(name = "Fences", description = "Between the tiers only")
@Extension(name = "x-smallrye-profile-events", value = "")
@RunOnVirtualThread
public class FenceResource {
    private final FenceAnnouncements announcements;

    FenceResource(FenceAnnouncements announcements) {
        this.announcements = announcements;
    }

    /// The worker's number.
    public record AnnouncedFence(@NotNull @Min(0) Long fence) {}

    @PUT
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Announce the fence of a run's new worker; effects with a lower one are refused"
                            + " from now on")
    @APIResponse(
            responseCode = "204",
            description = "No worker with a lower fence can have an effect any more")
    public void announce(@PathParam("run") String run, AnnouncedFence announced) {
        announcements.announce(run, announced.fence());
    }
}
