package dev.interlock.system.usage;

import dev.interlock.platform.paging.Page;
import dev.interlock.system.backend.Erp;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What usage statuses mean to the ERP.
@Path("/system/v1/usage-policies")
@Tag(name = "Usage policies")
@Extension(name = "x-smallrye-profile-item", value = "")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UsagePoliciesResource {
    private final Erp erp;

    UsagePoliciesResource(Erp erp) {
        this.erp = erp;
    }

    @GET
    @PermissionsAllowed("item:read")
    @Operation(summary = "List what each usage status of an item means to the ERP")
    public Page<UsagePolicy> list() {
        return Page.whole(erp.of(UsagePolicies.class).all());
    }
}
