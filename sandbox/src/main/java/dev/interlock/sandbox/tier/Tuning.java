package dev.interlock.sandbox.tier;

import dev.interlock.sandbox.layout.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How our applications run other than usual: what their JVM is told (later words win), settings of
/// their own, and which module stands in for one.
public record Tuning(
        List<String> jvm, Map<Part, Map<String, String>> settings, Map<Part, String> modules) {
    /// When the plant writes its memory down: soon after each change, if not at its end.
    public static final String PLANT_MEMORY = "plant.memory.written";

    public static final String AT_THE_END = "at-the-end";

    public static final Tuning NONE = new Tuning(List.of(), Map.of(), Map.of());

    public Tuning {
        jvm = List.copyOf(jvm);
        settings = Map.copyOf(settings);
        modules = Map.copyOf(modules);
    }

    /// As where throughput counts: both compilers, and room to work in from the begin. The plant
    /// does not write its memory down while somebody measures beside it.
    public Tuning fast() {
        return new Tuning(
                        List.of(
                                "-XX:TieredStopAtLevel=4",
                                "-Xms512m",
                                "-Xmx512m",
                                "-XX:+UseTransparentHugePages"),
                        settings,
                        modules)
                .with(Part.PLANT, PLANT_MEMORY, AT_THE_END);
    }

    public Tuning with(Part part, String name, String value) {
        Map<Part, Map<String, String>> all = new HashMap<>(settings);
        Map<String, String> own = new HashMap<>(of(part));
        own.put(name, value);
        all.put(part, Map.copyOf(own));
        return new Tuning(jvm, all, modules);
    }

    public Map<String, String> of(Part part) {
        return settings.getOrDefault(part, Map.of());
    }

    /// The part is another application, built in this module.
    public Tuning as(Part part, String module) {
        Map<Part, String> all = new HashMap<>(modules);
        all.put(part, module);
        return new Tuning(jvm, settings, all);
    }

    String module(Part part) {
        return modules.getOrDefault(part, part == Part.PORTAL ? "openapi" : part.id());
    }
}
