package dev.interlock.process.operations;

import dev.interlock.platform.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Runs of every process.
@Path("/process/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Runs", description = "The id of a run is that of its propagation or release")
@Extension(name = "x-smallrye-profile-operations", value = "")
public class RunsResource {
    private final Operations operations;

    RunsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @PermissionsAllowed("operations:read")
    @Operation(operationId = "listRuns", summary = "Runs by what they are about, the newest first")
    public Page<RunSummary> list(@BeanParam @Valid RunQuery query) {
        return operations.runs(query);
    }

    @GET
    @Path("/{runId}")
    @PermissionsAllowed("operations:read")
    @Operation(
            operationId = "getRun",
            summary = "Every step and attempt, what it waits for, its exceptions, who intervened")
    public RunDetail get(@PathParam("runId") String runId) {
        return operations.run(runId);
    }

    @GET
    @Path("/{runId}/lineage")
    @PermissionsAllowed("operations:read")
    @Operation(
            operationId = "getLineage",
            summary = "What came from where, how it was transformed, and who took it")
    public Lineage lineage(@PathParam("runId") String runId) {
        return operations.lineage(runId);
    }
}
