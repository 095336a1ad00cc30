package dev.interlock.sandbox.api;

import dev.interlock.sandbox.layout.Ports;
import java.net.URI;

/// Where the parts of a running sandbox answer.
public record Endpoints(URI systemApis, URI processApis, URI partnerApis, URI plant, URI keycloak) {
    public static Endpoints of(Ports ports) {
        return new Endpoints(
                at(ports.systemApis()),
                at(ports.processApis()),
                at(ports.partnerApis()),
                at(ports.plantControl()),
                at(ports.keycloak()));
    }

    /// Where a client gets its token.
    public URI tokens() {
        return keycloak.resolve("/realms/interlock/protocol/openid-connect/token");
    }

    private static URI at(int port) {
        return URI.create("http://localhost:" + port);
    }
}
