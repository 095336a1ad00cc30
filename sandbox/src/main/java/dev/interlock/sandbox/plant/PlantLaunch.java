package dev.interlock.sandbox.plant;

import dev.interlock.sandbox.child.Launch;
import dev.interlock.sandbox.layout.Part;
import dev.interlock.sandbox.layout.Ports;
import dev.interlock.sandbox.tier.Tuning;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How the plant is started as a process of its own.
public final class PlantLaunch {
    private PlantLaunch() {}

    public static Launch of(Ports ports, Path repository, Path memory, Path log, Tuning tuning) {
        Path target = repository.resolve("sandbox/target");
        List<String> arguments = new ArrayList<>(tuning.jvm());
        tuning.of(Part.PLANT)
                .forEach((key, value) -> arguments.add("-D%s=%s".formatted(key, value)));
        arguments.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        "%s/*:%s/*".formatted(target, target.resolve("lib")),
                        "dev.interlock.sandbox.plant.Plant",
                        String.valueOf(ports.base()),
                        memory.toString()));
        return new Launch(
                "plant",
                Launch.java("-Xmx192m", arguments),
                Map.of(),
                log,
                URI.create("http://127.0.0.1:%d/health".formatted(ports.plantControl())));
    }
}
