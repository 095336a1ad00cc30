package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.eco.EngineeringChange.AffectedItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a released item needs to be made is there. Which attributes that are is data, per item type
/// and plant.
class AttributesCompleteCheck implements Check<Proposal> {
    private final RequiredAttributes required;

    AttributesCompleteCheck(RequiredAttributes required) {
        this.required = required;
    }

    @Override
    public String code() {
        return "attributes-complete";
    }

    @Override
    public String title() {
        return "The required attributes are present";
    }

    @Override
    public String system() {
        return "ERP";
    }

    @Override
    public Result ask(Proposal proposal) {
        var reasons = new ArrayList<String>();
        var missing = new LinkedHashMap<String, Object>();
        for (var item : proposal.change().items()) {
            var type = proposal.items().of(item.itemId()).map(i -> i.type()).orElse("*");
            var lacking =
                    required
                            .of(
                                    type,
                                    item.plants(),
                                    Optional.ofNullable(item.lifecycle()).orElse("RELEASED"))
                            .stream()
                            .filter(name -> !isPresent(item, name))
                            .toList();
            if (!lacking.isEmpty()) {
                missing.put(item.itemId(), lacking);
                reasons.add("%s lacks %s.".formatted(item.itemId(), String.join(", ", lacking)));
            }
        }
        return Result.of(
                "Every required attribute is present.", reasons, Map.of("missing", missing));
    }

    private static boolean isPresent(AffectedItem item, String name) {
        var value = item.attributes() == null ? null : item.attributes().get(name);
        return value != null && !value.toString().isBlank();
    }

    /// The attributes that the target lifecycle asks for.
    interface RequiredAttributes {
        List<String> of(String itemType, List<String> plants, String lifecycle);
    }
}
