package dev.interlock.platform.deprecation;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;

/// Says in the headers of each answer, also of a refusal, that the operation will go.
@Provider
class DeprecationFilter implements ContainerResponseFilter {
    private final Map<Method, Optional<Deprecation>> known = new ConcurrentHashMap<>();

    private final ResourceInfo resource;

    DeprecationFilter(@Context ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var method = resource.getResourceMethod();
        if (method != null) {
            known.computeIfAbsent(method, DeprecationFilter::of)
                    .ifPresent(deprecation -> {
                        var headers = response.getHeaders();
                        headers.putSingle("Deprecation", deprecation.deprecationHeader());
                        headers.putSingle("Sunset", deprecation.sunsetHeader());
                    });
        }
    }

    private static Optional<Deprecation> of(Method method) {
        return Arrays.stream(method.getAnnotationsByType(Extension.class))
                .filter(extension -> extension.name().equals(Deprecation.DECLARATION))
                .map(extension -> Deprecation.of(extension.value()))
                .findFirst();
    }
}
