package dev.interlock.process.notice;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.process.access.KeycloakPolicy;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Engineering notices to suppliers. The partner tier sees those of the supplier it acts for.
@Path("/process/v1/supplier-notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Supplier notices")
@Extension(name = "x-smallrye-profile-notices", value = "")
public class SupplierNoticesResource {
    private static final String EVERY_SUPPLIER = "*";
    private static final String RESOURCE = "supplier-notices";

    private final SupplierNotices notices;
    private final Caller caller;
    private final KeycloakPolicy policy;
    private final NoticeAcknowledgements acknowledgements;

    SupplierNoticesResource(
            SupplierNotices notices,
            NoticeAcknowledgements acknowledgements,
            Caller caller,
            KeycloakPolicy policy) {
        this.notices = notices;
        this.acknowledgements = acknowledgements;
        this.caller = caller;
        this.policy = policy;
    }

    @GET
    @PermissionsAllowed("notice:read")
    @Operation(
            operationId = "listSupplierNotices",
            summary = "Notices in the order they were issued")
    public Page<SupplierNotice> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        return notices.list(supplier(), limit, cursor);
    }

    @GET
    @Path("/{changeNumber}")
    @PermissionsAllowed("notice:read")
    @Operation(operationId = "getSupplierNotice", summary = "The notice of one change")
    public SupplierNotice get(@PathParam("changeNumber") String changeNumber) {
        return notices.find(supplier(), changeNumber)
                .orElseThrow(() -> new NotFound("notice of change", changeNumber));
    }

    /// Nothing is said with it: taking note is all.
    @Schema(name = "NoticeAcknowledgement")
    record Acknowledgement() {}

    @POST
    @Path("/{changeNumber}/acknowledgements")
    @PermissionsAllowed("notice:acknowledge")
    @Operation(
            operationId = "acknowledgeSupplierNotice",
            summary = "The supplier has taken note; only the partner tier says so, for one of them")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SupplierNotice.class)))
    public Response acknowledge(
            @PathParam("changeNumber") String changeNumber, Acknowledgement acknowledgement) {
        return acknowledgements.acknowledge(itself(), changeNumber);
    }

    /// The partner tier sees one supplier's, whatever Keycloak does; to see every supplier's takes
    /// a policy there.
    private String supplier() {
        if (caller.isPartnerTier()) {
            return itself();
        }
        policy.require(RESOURCE);
        return EVERY_SUPPLIER;
    }

    private String itself() {
        return caller.onBehalfOfSupplier()
                .filter(supplier -> !supplier.equals(EVERY_SUPPLIER))
                .orElseThrow(() ->
                        new Rejected(
                                ProblemType.INSUFFICIENT_SCOPE,
                                "The partner tier must say for which supplier it asks."));
    }
}
