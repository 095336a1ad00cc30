package dev.interlock.system;

import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The caller is the partner tier, for the supplier that it names with each request.
@TestSecurity(
        user = "partner-apis",
        permissions = {
            "item:read",
            "inventory:read",
            "order:read",
            "order:write",
            "quality:read",
            "quality:write"
        })
@OidcSecurity(claims = @Claim(key = "azp", value = "partner-apis"))
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AsPartnerTier {}
