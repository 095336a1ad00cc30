package dev.interlock.system;

import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The caller is the ERP's own client: it may do everything with items, stock and orders, in every
/// plant.
@TestSecurity(
        user = "erp",
        permissions = {
            "item:read",
            "item:write",
            "inventory:read",
            "inventory:write",
            "order:read",
            "order:write"
        })
@OidcSecurity(claims = @Claim(key = "azp", value = "erp"))
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AsErp {}
