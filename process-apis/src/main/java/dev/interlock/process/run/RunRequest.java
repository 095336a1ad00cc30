package dev.interlock.process.run;

import dev.interlock.platform.access.Caller;
import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.idempotency.RequestFacts;
import dev.interlock.process.run.Registration.Asked;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The request that asks for a run: who sends it, under which key, and how long it is ready to
/// wait.
@RequestScoped
public class RunRequest {
    private static final Pattern WAIT = Pattern.compile("wait=([0-9]{1,4})");

    private final Caller caller;
    private final RequestFacts request;
    private final LedgerConfig config;

    RunRequest(Caller caller, RequestFacts request, LedgerConfig config) {
        this.caller = caller;
        this.request = request;
        this.config = config;
    }

    public Asked asked() {
        return new Asked(
                caller.clientId(),
                caller.actor(),
                CurrentCorrelation.get().id(),
                request.method() + " " + request.path(),
                request.requiredKey(),
                request.fingerprint());
    }

    /// `Prefer: wait=5` or `Prefer: respond-async` (RFC 7240); what cannot be honoured is ignored.
    public Duration patience(HttpHeaders headers) {
        var preferences =
                Optional.ofNullable(headers.getRequestHeader("Prefer")).stream()
                        .flatMap(Collection::stream)
                        .flatMap(line -> List.of(line.split("[,;]")).stream())
                        .map(String::strip)
                        .toList();
        if (preferences.contains("respond-async")) {
            return Duration.ZERO;
        }
        return preferences.stream()
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .map(wait -> Duration.ofSeconds(Long.parseLong(wait.group(1))))
                .findFirst()
                .filter(wait -> wait.compareTo(config.patience()) <= 0)
                .orElse(config.patience());
    }
}
