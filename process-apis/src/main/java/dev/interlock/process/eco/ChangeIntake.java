package dev.interlock.process.eco;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.platform.json.TolerantJson;
import dev.interlock.platform.problem.Effect;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.platform.problem.ProblemType;
import dev.interlock.platform.problem.Violation;
import dev.interlock.platform.problem.Violations;
import dev.interlock.process.facts.ChangeFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a change in, inline or by its number in PLM.
@ApplicationScoped
class ChangeIntake {
    private final ChangeFacts plm;
    private final Validator validator;

    ChangeIntake(ChangeFacts plm, Validator validator) {
        this.plm = plm;
        this.validator = validator;
    }

    static void requireOne(@Nullable String changeNumber, @Nullable EngineeringChange inline) {
        if ((changeNumber == null) == (inline == null)) {
            throw new InvalidRequest("", "one-of", "Send either changeNumber or change.");
        }
    }

    /// Exactly one of the two.
    EngineeringChange change(@Nullable String changeNumber, @Nullable EngineeringChange inline) {
        requireOne(changeNumber, inline);
        return inline == null ? fromPlm(String.valueOf(changeNumber)) : inline;
    }

    private EngineeringChange fromPlm(String changeNumber) {
        var change =
                plm.change(changeNumber)
                        .orElseThrow(() ->
                                new Refused(
                                        ProblemType.UNPROCESSABLE,
                                        "PLM does not know the change " + changeNumber + ".",
                                        List.of(
                                                new Violation(
                                                        "/changeNumber",
                                                        "unknown",
                                                        "PLM does not know this change."))));
        return complete(read(change));
    }

    /// PLM may hold a change that says too little to be carried anywhere.
    private EngineeringChange complete(EngineeringChange change) {
        var violations =
                validator.validate(change).stream()
                        .map(Violations::ofBody)
                        .sorted(Comparator.comparing(Violation::pointer))
                        .toList();
        if (!violations.isEmpty()) {
            throw new Refused(
                    ProblemType.UNPROCESSABLE,
                    "The change "
                            + change.changeNumber()
                            + " in PLM does not say all that a propagation needs.",
                    violations);
        }
        return change;
    }

    private static EngineeringChange read(ObjectNode change) {
        try {
            return TolerantJson.mapper().convertValue(change, EngineeringChange.class);
        } catch (IllegalArgumentException e) {
            throw TargetFailed.misbehaved("PLM", Effect.NONE, e);
        }
    }
}
