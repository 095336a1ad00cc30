package dev.interlock.system.backend;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the ERP that answers for a kind of object in a plant.
@ApplicationScoped
public class Erp {
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
        return adapter(port, name(port, plant));
    }

    /// What each of the ERPs that answer for these plants says of its own, one asked after the
    /// other.
    public <P extends ErpPort, T> List<T> ask(
            Class<P> port,
            Collection<String> plants,
            BiFunction<P, Set<String>, List<T>> question) {
        var byName =
                plants.stream()
                        .collect(
                                Collectors.groupingBy(
                                        plant -> name(port, plant),
                                        TreeMap::new,
                                        Collectors.toSet()));
        return byName.entrySet().stream()
                .flatMap(of -> question.apply(adapter(port, of.getKey()), of.getValue()).stream())
                .toList();
    }

    private String name(Class<? extends ErpPort> port, String plant) {
        var own = settings.plants().getOrDefault(plant, Map.of());
        return own.getOrDefault(
                kind(port), own.getOrDefault(ErpSettings.EVERY_KIND, settings.backEnd()));
    }

    /// A choice that cannot answer stops the start, not the first request.
    void check(@Observes StartupEvent start) {
        offers().requireFor(settings);
    }

    private ErpOffers offers() {
        var byKind = new TreeMap<String, Set<String>>();
        adapters.handlesStream()
                .map(Instance.Handle::getBean)
                .forEach(bean ->
                        kinds(bean)
                                .forEach(kind ->
                                        byKind.computeIfAbsent(kind, _ -> new TreeSet<>())
                                                .addAll(names(bean))));
        return new ErpOffers(byKind);
    }

    private static List<String> names(Bean<?> bean) {
        return bean.getQualifiers().stream()
                .filter(Identifier.class::isInstance)
                .map(qualifier -> ((Identifier) qualifier).value())
                .toList();
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
