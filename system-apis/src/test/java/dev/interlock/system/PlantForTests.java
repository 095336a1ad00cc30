package dev.interlock.system;

import dev.interlock.sandbox.layout.Ports;
import dev.interlock.sandbox.plant.Plant;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The sandbox's plant as the back ends: MES, WMS, QMS and PLM with memory, rules and fault
/// switches. The time they have to answer leaves room for a busy machine.
public class PlantForTests implements QuarkusTestResourceLifecycleManager {
    private static final int TRIES = 20;

    private @Nullable Plant plant;

    @Override
    public Map<String, String> start() {
        for (var attempt = 1; ; attempt++) {
            var ports = new Ports(20_000 + 200 * ThreadLocalRandom.current().nextInt(100));
            try {
                plant =
                        Plant.start(
                                ports,
                                Files.createTempDirectory("interlock-plant-")
                                        .resolve("memory.json"));
                return settings(ports);
            } catch (IllegalStateException taken) {
                if (attempt == TRIES) {
                    throw taken;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Map<String, String> settings(Ports ports) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("test.plant", "http://127.0.0.1:" + ports.plantControl());
        Map.of(
                        "mes-1000",
                        ports.mes1000(),
                        "mes-2000",
                        ports.mes2000(),
                        "qms",
                        ports.qms(),
                        "plm",
                        ports.plm(),
                        "wms",
                        ports.wms())
                .forEach((name, port) -> {
                    settings.put("interlock.targets." + name + ".url", "http://127.0.0.1:" + port);
                    settings.put("interlock.targets." + name + ".timeout", "2S");
                    settings.put("interlock.targets." + name + ".quiet-time", "2S");
                });
        return settings;
    }

    @Override
    public void stop() {
        if (plant != null) {
            plant.close();
        }
    }
}
