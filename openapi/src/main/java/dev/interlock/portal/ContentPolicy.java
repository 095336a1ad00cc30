package dev.interlock.portal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/// Pages load nothing from anywhere else.
@Provider
class ContentPolicy implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders()
                .putSingle(
                        "Content-Security-Policy",
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
                            + " data:; font-src 'self' data:; connect-src 'self'; frame-ancestors"
                            + " 'none'; base-uri 'none'; form-action 'self'");
    }
}
