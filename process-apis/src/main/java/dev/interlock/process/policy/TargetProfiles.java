package dev.interlock.process.policy;

import dev.interlock.process.policy.PolicyRow.TargetProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// What each target can take.
@ApplicationScoped
public class TargetProfiles {
    private final Jdbi jdbi;

    TargetProfiles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<TargetProfile> of(String target, String plant) {
        var rows = jdbi.withHandle(PolicyKind.TARGET_PROFILES::rows);
        return rows.stream()
                .filter(row -> row.target().equals(target) && row.plant().equals(plant))
                .findFirst()
                .or(() ->
                        rows.stream()
                                .filter(row ->
                                        row.target().equals(target) && row.plant().equals("*"))
                                .findFirst());
    }
}
