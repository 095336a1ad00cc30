package dev.interlock.process.policy;

import dev.interlock.process.policy.PolicyRow.InFlight;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/// What happens to the open orders of a plant when a revision changes.
@ApplicationScoped
public class InFlightPolicies {
    private final Jdbi jdbi;

    InFlightPolicies(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public InFlight of(String plant) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT policy FROM in_flight_policy WHERE plant IN (:plant, '*')"
                                        + " ORDER BY plant = '*' LIMIT 1")
                        .bind("plant", plant)
                        .mapTo(InFlight.class)
                        .findOne()
                        .orElse(InFlight.FINISH_ON_OLD));
    }
}
