package dev.interlock.system.usage.reference;

import dev.interlock.system.usage.UsageFunction;
import dev.interlock.system.usage.UsagePolicies;
import dev.interlock.system.usage.UsagePolicy;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The table of usage policies: a status that it does not know can be given to no item.
@ApplicationScoped
@Identifier("reference")
class UsagePolicyTable implements UsagePolicies {
    private static final String ALL =
            "SELECT usage_status, function, severity FROM usage_policy ORDER BY usage_status,"
                    + " function";

    private final Jdbi jdbi;

    UsagePolicyTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<UsagePolicy> all() {
        return jdbi.withHandle(handle ->
                handle.createQuery(ALL)
                        .map((row, context) ->
                                new UsagePolicy(
                                        row.getString("usage_status"),
                                        UsageFunction.valueOf(row.getString("function")),
                                        UsagePolicy.Severity.valueOf(row.getString("severity"))))
                        .list());
    }
}
