package dev.interlock.system;

import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The caller is the buyer's quality system.
@TestSecurity(
        user = "qms",
        permissions = {
            "item:read",
            "item:write",
            "inventory:read",
            "inventory:write",
            "quality:read",
            "quality:write"
        })
@OidcSecurity(claims = @Claim(key = "azp", value = "qms"))
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface AsQms {}
