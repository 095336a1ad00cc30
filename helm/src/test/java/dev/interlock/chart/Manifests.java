package dev.interlock.chart;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The documents of a rendered chart, read as the kinds they claim to be.
///
/// A field that Kubernetes does not know is refused: the API server would drop it without a word.
record Manifests(List<HasMetadata> all) {
    private static final Pattern BETWEEN = Pattern.compile("(?m)^---$");
    private static final KubernetesSerialization STRICT =
            new KubernetesSerialization(
                    new ObjectMapper()
                            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .setAnnotationIntrospector(new NothingElse()),
                    true);

    static Manifests of(String rendered) {
        return new Manifests(
                Arrays.stream(BETWEEN.split(rendered))
                        .filter(document -> document.contains("kind:"))
                        .map(document -> STRICT.<HasMetadata>unmarshal(document))
                        .toList());
    }

    <T extends HasMetadata> List<T> every(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> T one(Class<T> kind, String name) {
        return every(kind).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s %s".formatted(kind, name)));
    }

    <T extends HasMetadata> List<String> names(Class<T> kind) {
        return every(kind).stream().map(object -> object.getMetadata().getName()).toList();
    }

    /// The model keeps unknown fields in a map of the rest; without it they are unknown.
    private static class NothingElse extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
