package dev.interlock.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.Map;

/// The chart of this repository, rendered as release `plant`.
final class Chart {
    static final Helm HELM = new Helm(Path.of("interlock").toAbsolutePath());

    private Chart() {}

    /// With the values of a plant that uses everything.
    static Manifests plant() {
        return plant(Map.of());
    }

    static Manifests plant(Map<String, Object> changed) {
        var command = release().withValuesFile(Path.of("src/test/resources/plant.yaml"));
        changed.forEach(command::set);
        return Manifests.of(command.call());
    }

    static TemplateCommand release() {
        return HELM.template().withName("plant").withKubeVersion("1.31.0");
    }
}
