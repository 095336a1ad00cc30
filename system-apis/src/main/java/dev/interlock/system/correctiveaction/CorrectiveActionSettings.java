package dev.interlock.system.correctiveaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/// How long a supplier has for each stage, from the day it was asked, unless a date is said.
@ConfigMapping(prefix = "interlock.corrective-actions")
public interface CorrectiveActionSettings {
    @WithDefault("P2D")
    Period containment();

    @WithDefault("P14D")
    Period rootCause();

    @WithDefault("P21D")
    Period plan();

    @WithDefault("P60D")
    Period implementation();

    @WithDefault("P90D")
    Period closure();

    default Period of(Stage stage) {
        return switch (stage) {
            case CONTAINMENT -> containment();
            case ROOT_CAUSE -> rootCause();
            case PLAN -> plan();
            case IMPLEMENTATION -> implementation();
            case CLOSURE -> closure();
        };
    }
}
