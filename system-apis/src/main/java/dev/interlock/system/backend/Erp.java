package dev.interlock.system.backend;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds the ERP that answers for a kind of object in a plant.
@ApplicationScoped
public class Erp {
    private static final String EVERY_KIND = "*";

    private final ErpSettings settings;
    private final Instance<ErpPort> adapters;

    Erp(ErpSettings settings, @Any Instance<ErpPort> adapters) {
        this.settings = settings;
        this.adapters = adapters;
    }

    /// For what belongs to no plant.
    public <P extends ErpPort> P of(Class<P> port) {
        return adapter(port, settings.backEnd());
    }

    public <P extends ErpPort> P of(Class<P> port, String plant) {
        var own = settings.plants().getOrDefault(plant, Map.of());
        return adapter(
                port,
                own.getOrDefault(kind(port), own.getOrDefault(EVERY_KIND, settings.backEnd())));
    }

    /// A back end that nobody has built stops the start, not the first request.
    void check(@Observes StartupEvent start) {
        var known = new TreeSet<>(names());
        var named =
                new TreeSet<>(
                        settings.plants().values().stream()
                                .flatMap(kinds -> kinds.values().stream())
                                .collect(Collectors.toSet()));
        named.add(settings.backEnd());
        named.removeAll(known);
        if (!named.isEmpty()) {
            throw new IllegalStateException(
                    "interlock.erp names a back end that does not exist: %s. Write one of: %s."
                            .formatted(String.join(", ", named), String.join(", ", known)));
        }
    }

    private Set<String> names() {
        return adapters.handlesStream()
                .flatMap(handle -> handle.getBean().getQualifiers().stream())
                .filter(Identifier.class::isInstance)
                .map(qualifier -> ((Identifier) qualifier).value())
                .collect(Collectors.toSet());
    }

    private <P extends ErpPort> P adapter(Class<P> port, String name) {
        return adapters.select(port, Identifier.Literal.of(name)).get();
    }

    private static String kind(Class<?> port) {
        return port.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
