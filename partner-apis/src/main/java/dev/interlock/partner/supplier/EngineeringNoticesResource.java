package dev.interlock.partner.supplier;

import dev.interlock.partner.below.Below;
import dev.interlock.partner.below.Paging;
import dev.interlock.partner.below.Place;
import dev.interlock.platform.paging.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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

    /// Nothing is said with it: taking note is all.
    @Schema(name = "NoticeAcknowledgement")
    record Acknowledgement() {}

    @GET
    @PermissionsAllowed("supplier:changes")
    @Operation(
            operationId = "listEngineeringNotices",
            summary = "Changes that touch the supplier's parts")
    public Page<EngineeringNotice> list(@BeanParam Paging paging) {
        return below.list(
                Place.process("engineering notices", "", "supplier-notices"),
                paging,
                EngineeringNotice.class);
    }

    @GET
    @Path("/{changeNumber}")
    @PermissionsAllowed("supplier:changes")
    @Operation(
            operationId = "getEngineeringNotice",
            summary = "One notice; a change that does not touch the supplier answers as unknown")
    @APIResponseSchema(EngineeringNotice.class)
    public Response get(@PathParam("changeNumber") String changeNumber) {
        return below.read(
                Place.process("engineering notice", changeNumber, "supplier-notices", changeNumber),
                EngineeringNotice.class);
    }

    @POST
    @Path("/{changeNumber}/acknowledgements")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("supplier:changes")
    @Operation(
            operationId = "acknowledgeEngineeringNotice",
            summary = "Say that the supplier has taken note; the first word counts")
    @APIResponseSchema(value = EngineeringNotice.class, responseCode = "200")
    public Response acknowledge(
            @PathParam("changeNumber") String changeNumber, Acknowledgement acknowledgement) {
        return below.write(
                "notice-acknowledgements",
                Place.process(
                        "engineering notice",
                        changeNumber,
                        "supplier-notices",
                        changeNumber,
                        "acknowledgements"),
                EngineeringNotice.class,
                null);
    }
}
