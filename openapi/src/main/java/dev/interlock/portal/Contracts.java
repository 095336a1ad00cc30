package dev.interlock.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The contract of an API: from the running tier, and where that does not answer, the one that was
/// published.
@ApplicationScoped
class Contracts {
    private static final Logger LOG = Logger.getLogger(Contracts.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Catalogue catalogue;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Contracts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Empty when the tier is away and nothing was published.
    Optional<String> of(Api api) throws InterruptedException {
        return running(api).or(() -> published(api));
    }

    private Optional<String> running(Api api) {
        var request = HttpRequest.newBuilder(catalogue.source(api)).timeout(PATIENCE).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            LOG.infof("The %s tier does not serve its contract now: %s", api.tier(), e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> published(Api api) {
        var name = "/contracts/%s-%s-v1.yaml".formatted(api.tier(), api.name());
        try (var file = Contracts.class.getResourceAsStream(name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the published contract " + name + " cannot be read", e);
        }
    }
}
