package dev.interlock.process.eco;

import dev.interlock.process.eco.PropagationsResource.ProposeRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What a change would meet: a dry run.
@Path("/process/v1/impact-analyses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Engineering change propagation")
@Extension(name = "x-smallrye-profile-eco", value = "")
public class ImpactAnalysesResource {
    private final ImpactAnalyses analyses;
    private final ChangeIntake intake;

    ImpactAnalysesResource(ImpactAnalyses analyses, ChangeIntake intake) {
        this.analyses = analyses;
        this.intake = intake;
    }

    @POST
    @PermissionsAllowed("eco:read")
    @Operation(
            operationId = "analyseImpact",
            summary = "Every finding, and what stock and orders the change would meet; no effect")
    public ImpactAnalysis analyse(ProposeRequest proposal) throws InterruptedException {
        return analyses.of(intake.change(proposal.changeNumber(), proposal.change()));
    }
}
