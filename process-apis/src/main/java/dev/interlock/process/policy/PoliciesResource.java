package dev.interlock.process.policy;

import dev.interlock.platform.etag.IfMatch;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.process.policy.PolicyRow.InFlightOrders;
import dev.interlock.process.policy.PolicyRow.Release;
import dev.interlock.process.policy.PolicyRow.RequiredAttribute;
import dev.interlock.process.policy.PolicyRow.StructureRule;
import dev.interlock.process.policy.PolicyRow.TargetProfile;
import dev.interlock.process.policy.PolicyRow.Usage;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The policies. A PUT replaces all rows of one; the version that was read goes into `If-Match`.
@Path("/process/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Policies")
@Extension(name = "x-smallrye-profile-policies", value = "")
public class PoliciesResource {
    private final Policies policies;

    PoliciesResource(Policies policies) {
        this.policies = policies;
    }

    @GET
    @Path("/{policy}/versions")
    @PermissionsAllowed("policy:read")
    @Operation(
            operationId = "listPolicyVersions",
            summary = "What a policy said before, who changed it and when")
    public List<Policies.Version> versions(@PathParam("policy") String policy) {
        return policies.versions(
                PolicyKind.ALL.stream()
                        .filter(kind -> kind.name().equals(policy))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("policy", policy)));
    }

    private static Response answer(Policy<?> policy) {
        return Response.ok(policy).header(HttpHeaders.ETAG, policy.etag()).build();
    }

    record ReleaseRows(@NotNull @Size(max = 1000) List<@NotNull @Valid Release> rows) {}

    @GET
    @Path("/release")
    @PermissionsAllowed("policy:read")
    @Operation(operationId = "getReleasePolicy", summary = "What a failed check of a release means")
    public Response release() {
        return answer(policies.read(PolicyKind.RELEASE));
    }

    @PUT
    @Path("/release")
    @PermissionsAllowed("policy:write")
    @Operation(
            operationId = "putReleasePolicy",
            summary = "Says anew: what a failed check of a release means")
    public Response putRelease(
            ReleaseRows body, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return answer(policies.replace(PolicyKind.RELEASE, body.rows(), ifMatch));
    }

    record InFlightRows(@NotNull @Size(max = 1000) List<@NotNull @Valid InFlightOrders> rows) {}

    @GET
    @Path("/in-flight")
    @PermissionsAllowed("policy:read")
    @Operation(
            operationId = "getInFlightPolicy",
            summary = "What happens to open orders when a revision changes")
    public Response inFlight() {
        return answer(policies.read(PolicyKind.IN_FLIGHT));
    }

    @PUT
    @Path("/in-flight")
    @PermissionsAllowed("policy:write")
    @Operation(
            operationId = "putInFlightPolicy",
            summary = "Says anew: what happens to open orders when a revision changes")
    public Response putInFlight(
            InFlightRows body, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return answer(policies.replace(PolicyKind.IN_FLIGHT, body.rows(), ifMatch));
    }

    record UsageRows(@NotNull @Size(max = 1000) List<@NotNull @Valid Usage> rows) {}

    @GET
    @Path("/usage")
    @PermissionsAllowed("policy:read")
    @Operation(operationId = "getUsagePolicy", summary = "What a usage status means for a function")
    public Response usage() {
        return answer(policies.read(PolicyKind.USAGE));
    }

    @PUT
    @Path("/usage")
    @PermissionsAllowed("policy:write")
    @Operation(
            operationId = "putUsagePolicy",
            summary = "Says anew: what a usage status means for a function")
    public Response putUsage(UsageRows body, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return answer(policies.replace(PolicyKind.USAGE, body.rows(), ifMatch));
    }

    record RequiredAttributesRows(
            @NotNull @Size(max = 1000) List<@NotNull @Valid RequiredAttribute> rows) {}

    @GET
    @Path("/required-attributes")
    @PermissionsAllowed("policy:read")
    @Operation(
            operationId = "getRequiredAttributesPolicy",
            summary = "Which attributes a lifecycle asks for")
    public Response requiredAttributes() {
        return answer(policies.read(PolicyKind.REQUIRED_ATTRIBUTES));
    }

    @PUT
    @Path("/required-attributes")
    @PermissionsAllowed("policy:write")
    @Operation(
            operationId = "putRequiredAttributesPolicy",
            summary = "Says anew: which attributes a lifecycle asks for")
    public Response putRequiredAttributes(
            RequiredAttributesRows body, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return answer(policies.replace(PolicyKind.REQUIRED_ATTRIBUTES, body.rows(), ifMatch));
    }

    record TargetProfilesRows(
            @NotNull @Size(max = 1000) List<@NotNull @Valid TargetProfile> rows) {}

    @GET
    @Path("/target-profiles")
    @PermissionsAllowed("policy:read")
    @Operation(operationId = "getTargetProfilesPolicy", summary = "What a target can take")
    public Response targetProfiles() {
        return answer(policies.read(PolicyKind.TARGET_PROFILES));
    }

    @PUT
    @Path("/target-profiles")
    @PermissionsAllowed("policy:write")
    @Operation(
            operationId = "putTargetProfilesPolicy",
            summary = "Says anew: what a target can take")
    public Response putTargetProfiles(
            TargetProfilesRows body, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return answer(policies.replace(PolicyKind.TARGET_PROFILES, body.rows(), ifMatch));
    }

    record StructureRulesRows(
            @NotNull @Size(max = 1000) List<@NotNull @Valid StructureRule> rows) {}

    @GET
    @Path("/structure-rules")
    @PermissionsAllowed("policy:read")
    @Operation(
            operationId = "getStructureRulesPolicy",
            summary = "What a line that engineering adds becomes in production")
    public Response structureRules() {
        return answer(policies.read(PolicyKind.STRUCTURE_RULES));
    }

    @PUT
    @Path("/structure-rules")
    @PermissionsAllowed("policy:write")
    @Operation(
            operationId = "putStructureRulesPolicy",
            summary = "Says anew: what a line that engineering adds becomes in production")
    public Response putStructureRules(
            StructureRulesRows body, @HeaderParam("If-Match") @Nullable IfMatch ifMatch) {
        return answer(policies.replace(PolicyKind.STRUCTURE_RULES, body.rows(), ifMatch));
    }
}
