package dev.interlock.platform.problem;

import dev.interlock.platform.correlation.CurrentCorrelation;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.platform.problem.GatewayException.NotFound;
import dev.interlock.platform.problem.GatewayException.Refused;
import dev.interlock.platform.problem.GatewayException.Rejected;
import dev.interlock.platform.problem.GatewayException.TargetFailed;
import dev.interlock.platform.problem.GatewayException.TryLater;
import dev.interlock.platform.problem.GatewayException.WrongState;
import java.util.List;
import java.util.Map;

/// Turns whatever stopped a request into its problem document.
public final class Problems {
    private Problems() {}

    public static Problem of(GatewayException stopped, String path) {
        var problem = of(stopped.type(), stopped.detail(), path);
        return switch (stopped) {
            case InvalidRequest invalid -> problem.violations(invalid.violations());
            case NotFound _ -> problem;
            case Rejected _ -> problem;
            case Refused refused -> problem.violations(refused.violations()).extra(refused.extra());
            case WrongState wrong ->
                    problem.extra(Map.of("state", wrong.state(), "allowed", wrong.allowed()));
            case TryLater later when stopped.type().status() < 500 -> problem;
            case TryLater later -> problem.extra(Map.of("effect", later.effect()));
            case TargetFailed failed ->
                    problem.extra(Map.of("system", failed.system(), "effect", failed.effect()));
        };
    }

    public static Problem of(ProblemType type, String detail, String path) {
        return Problem.of(type, detail, path, CurrentCorrelation.get().id());
    }

    static Problem invalid(List<Violation> violations, String path) {
        return of(new InvalidRequest(violations), path);
    }
}
