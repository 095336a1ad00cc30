package dev.interlock.portal;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/// Where the tiers are that serve their contracts.
@ConfigMapping(prefix = "interlock.portal")
public interface PortalConfig {
    URI systemUrl();

    URI processUrl();

    URI partnerUrl();
}
