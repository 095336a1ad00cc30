package dev.interlock.process.orderrelease;

import dev.interlock.process.facts.ProductionOrder;
import dev.interlock.process.run.RunProcess.Origin;
import dev.interlock.process.run.RunView;
import dev.interlock.process.run.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a release can be looked up by, where it came from, and what each target was given.
final class ReleaseLineage {
    private ReleaseLineage() {}

    static Set<String> searchKeys(ProductionOrder order) {
        var keys = new LinkedHashSet<String>();
        keys.add("order:" + order.orderNumber());
        keys.add("plant:" + order.plant());
        keys.add("item:" + order.itemId());
        keys.add("revision:" + order.itemId() + "/" + order.revision());
        order.components().stream()
                .flatMap(component -> component.lots().stream())
                .forEach(share -> keys.add("lot:" + share.lot()));
        return keys;
    }

    /// The version is the one that the checks read and the release demanded.
    static List<Origin> origins(RunView view) {
        var version =
                view.steps().stream()
                        .filter(Step::pivot)
                        .map(Step::ifMatch)
                        .findFirst()
                        .map(etag -> String.valueOf(etag).replace("\"", ""))
                        .orElse(null);
        return List.of(new Origin("ERP", "production-order", view.run().subject(), version));
    }

    static String rule(Step step) {
        return switch (step.name()) {
            case "reserve" ->
                    "every component of the order, all lines or, despite what was accepted, what"
                            + " there is";
            case "store job order" -> "order header as the MES needs it, not startable";
            case "stage material" -> "components of the order by assigned lot";
            case "release order" -> "release of the version that the checks read";
            default -> "start of the stored job";
        };
    }
}
