package dev.interlock.process.policy;

import dev.interlock.process.policy.PolicyRow.TargetProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// What each target can take.
@ApplicationScoped
public class TargetProfiles {
    /// Suppliers are told in their own words, and PLM told us: nobody asks what these can take.
    public static final List<String> ASKED = List.of("ERP", "MES", "QUALITY");

    private final Jdbi jdbi;

    TargetProfiles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The profile of a target in a plant.
    public interface Profiles {
        Optional<TargetProfile> of(String target, String plant);
    }

    /// As they stand now.
    public Profiles standing() {
        var rows = jdbi.withHandle(PolicyKind.TARGET_PROFILES::rows);
        return (target, plant) -> of(rows, target, plant);
    }

    private static Optional<TargetProfile> of(
            List<TargetProfile> rows, String target, String plant) {
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
