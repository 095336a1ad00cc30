package dev.interlock.system.backend;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// A back end that nobody has built, or a kind that nobody knows, stops the start, not the
    /// first request.
    void check(@Observes StartupEvent start) {
        var backEnds =
                settings.plants().values().stream().flatMap(kinds -> kinds.values().stream());
        refuse(
                "interlock.erp names a back end that does not exist: %s. Write one of: %s.",
                Stream.concat(Stream.of(settings.backEnd()), backEnds).toList(),
                beans().flatMap(Erp::names).collect(Collectors.toSet()));
        refuse(
                "interlock.erp.plants knows no kind of object %s. Write '*' or one of: %s.",
                settings.plants().values().stream()
                        .flatMap(kinds -> kinds.keySet().stream())
                        .filter(kind -> !kind.equals(EVERY_KIND))
                        .toList(),
                beans().flatMap(Erp::kinds).collect(Collectors.toSet()));
    }

    private static void refuse(String sentence, Collection<String> named, Set<String> known) {
        var unknown = new TreeSet<>(named);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    sentence.formatted(
                            String.join(", ", unknown), String.join(", ", new TreeSet<>(known))));
        }
    }

    private Stream<Bean<ErpPort>> beans() {
        return adapters.handlesStream().map(Instance.Handle::getBean);
    }

    private static Stream<String> names(Bean<?> bean) {
        return bean.getQualifiers().stream()
                .filter(Identifier.class::isInstance)
                .map(qualifier -> ((Identifier) qualifier).value());
    }

    private static Stream<String> kinds(Bean<?> bean) {
        return bean.getTypes().stream()
                .filter(Class.class::isInstance)
                .map(type -> (Class<?>) type)
                .filter(type ->
                        type.isInterface()
                                && type != ErpPort.class
                                && ErpPort.class.isAssignableFrom(type))
                .map(Erp::kind);
    }

    private <P extends ErpPort> P adapter(Class<P> port, String name) {
        return adapters.select(port, Identifier.Literal.of(name)).get();
    }

    private static String kind(Class<?> port) {
        return port.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
