package dev.interlock.process.policy;

import dev.interlock.process.sql.FittedMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// A kind of policy: its name, and the table whose columns are named like the members of its rows.
record PolicyKind<R extends Record & PolicyRow>(
        String name, String table, Class<R> rowType, RowMapper<R> mapper) {
    static final PolicyKind<PolicyRow.Release> RELEASE =
            new PolicyKind<>("release", "release_policy", PolicyRow.Release.class);
    static final PolicyKind<PolicyRow.InFlightOrders> IN_FLIGHT =
            new PolicyKind<>("in-flight", "in_flight_policy", PolicyRow.InFlightOrders.class);
    static final PolicyKind<PolicyRow.Usage> USAGE =
            new PolicyKind<>("usage", "usage_policy", PolicyRow.Usage.class);
    static final PolicyKind<PolicyRow.RequiredAttribute> REQUIRED_ATTRIBUTES =
            new PolicyKind<>(
                    "required-attributes", "required_attribute", PolicyRow.RequiredAttribute.class);
    static final PolicyKind<PolicyRow.TargetProfile> TARGET_PROFILES =
            new PolicyKind<>("target-profiles", "target_profile", PolicyRow.TargetProfile.class);
    static final PolicyKind<PolicyRow.StructureRule> STRUCTURE_RULES =
            new PolicyKind<>("structure-rules", "structure_rule", PolicyRow.StructureRule.class);

    static final List<PolicyKind<?>> ALL =
            List.of(
                    RELEASE,
                    IN_FLIGHT,
                    USAGE,
                    REQUIRED_ATTRIBUTES,
                    TARGET_PROFILES,
                    STRUCTURE_RULES);

    private PolicyKind(String name, String table, Class<R> rowType) {
        this(name, table, rowType, new FittedMapper<>(rowType));
    }

    List<R> rows(Handle handle) {
        return handle.createQuery("SELECT * FROM " + table + " ORDER BY 1, 2").map(mapper).list();
    }

    void replace(Handle handle, List<R> rows) {
        handle.execute("DELETE FROM " + table);
        var members = Arrays.stream(rowType.getRecordComponents()).map(c -> c.getName()).toList();
        var batch =
                handle.prepareBatch(
                        "INSERT INTO %s (%s) VALUES (%s)"
                                .formatted(
                                        table,
                                        members.stream()
                                                .map(PolicyKind::column)
                                                .collect(Collectors.joining(", ")),
                                        members.stream()
                                                .map(":"::concat)
                                                .collect(Collectors.joining(", "))));
        rows.forEach(row -> batch.bindMethods(row).add());
        batch.execute();
    }

    private static String column(String member) {
        return '"' + member.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT) + '"';
    }
}
