package dev.interlock.system.nonconformance;

import dev.interlock.platform.paging.Cursor;
import dev.interlock.platform.paging.Limit;
import dev.interlock.platform.paging.Page;
import dev.interlock.system.nonconformance.QualityCore.Filter;
import dev.interlock.system.nonconformance.Status.Step;
import dev.interlock.system.vendor.Nothing;
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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What does not conform.
@Path("/system/v1/nonconformances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Nonconformances",
        description = "What does not conform, from being found to being closed")
@Extension(name = "x-smallrye-profile-quality", value = "")
@RunOnVirtualThread
public class NonconformanceResource {
    private final Nonconformances nonconformances;
    private final NonconformanceList list;

    NonconformanceResource(Nonconformances nonconformances, NonconformanceList list) {
        this.nonconformances = nonconformances;
        this.list = list;
    }

    @GET
    @PermissionsAllowed("quality:read")
    @Operation(summary = "List nonconformances in the order they were raised")
    public Page<Nonconformance> list(
            @QueryParam("itemId") @Nullable String itemId,
            @QueryParam("lot") @Nullable String lot,
            @QueryParam("orderNumber") @Nullable String orderNumber,
            @QueryParam("match")
                    @DefaultValue("ALL")
                    @Parameter(
                            description =
                                    "Whether all of item, lot and order have to fit, where more"
                                            + " than one is named, or any of them.")
                    Match match,
            @QueryParam("supplierId") @Nullable String supplierId,
            @QueryParam("severity") @Nullable Severity severity,
            @QueryParam("status") @Nullable Status status,
            @QueryParam("cursor") @Nullable Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
        return list.page(
                new Filter(itemId, lot, orderNumber, match, supplierId, severity, status, Set.of()),
                cursor,
                limit);
    }

    @POST
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Raise a nonconformance")
    @APIResponseSchema(value = Nonconformance.class, responseCode = "201")
    public Response raise(NonconformanceReport report) {
        return nonconformances.raise(report);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("quality:read")
    @Operation(summary = "Read a nonconformance")
    @APIResponseSchema(Nonconformance.class)
    public Response find(@PathParam("id") String id) {
        return nonconformances.find(id);
    }

    @POST
    @Path("/{id}/containments")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Say that the affected quantity is contained")
    @APIResponseSchema(Nonconformance.class)
    public Response contain(@PathParam("id") String id, Nothing nothing) {
        return nonconformances.step(id, Step.CONTAINMENT, null);
    }

    @POST
    @Path("/{id}/reviews")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Take a contained nonconformance under review")
    @APIResponseSchema(Nonconformance.class)
    public Response review(@PathParam("id") String id, Nothing nothing) {
        return nonconformances.step(id, Step.REVIEW, null);
    }

    @POST
    @Path("/{id}/dispositions")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Decide what becomes of the affected quantity")
    @APIResponseSchema(Nonconformance.class)
    public Response dispose(@PathParam("id") String id, Disposition disposition) {
        return nonconformances.step(id, Step.DISPOSITION, disposition);
    }

    @POST
    @Path("/{id}/closures")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Close a nonconformance whose disposition is carried out")
    @APIResponseSchema(Nonconformance.class)
    public Response close(@PathParam("id") String id, Nothing nothing) {
        return nonconformances.step(id, Step.CLOSURE, null);
    }

    @POST
    @Path("/{id}/voidings")
    @PermissionsAllowed("quality:write")
    @Operation(summary = "Void a nonconformance that was none")
    @APIResponseSchema(Nonconformance.class)
    public Response makeVoid(@PathParam("id") String id, Nothing nothing) {
        return nonconformances.step(id, Step.VOIDING, null);
    }
}
