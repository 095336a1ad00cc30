package dev.interlock.platform.hardening;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/// One JSON line per event, unless a person watches on a terminal. Any other configuration
/// overrides it.
public class LogFormat implements ConfigSource {
    private static final String JSON = "quarkus.log.console.json.enabled";
    private static final int BELOW_ALL_OTHERS = 50;

    private final String json = String.valueOf(!isWatched());

    // without a terminal it is null after all on this Java, whatever its documentation once
    // announced
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isWatched() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(JSON);
    }

    @Override
    public @Nullable String getValue(String name) {
        return name.equals(JSON) ? json : null;
    }

    @Override
    public String getName() {
        return "log format";
    }

    @Override
    public int getOrdinal() {
        return BELOW_ALL_OTHERS;
    }
}
