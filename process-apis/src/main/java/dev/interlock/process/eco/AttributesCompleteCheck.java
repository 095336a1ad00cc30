package dev.interlock.process.eco;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a released item needs to be made is there. Which attributes that are is data, per item type
/// and plant.
class AttributesCompleteCheck implements Check<Proposal> {
    private static final String ANY = "*";

    /// What a propagation makes of a revision, whatever the change says of it.
    private static final String WRITTEN = "RELEASED";

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
            var lifecycle = Optional.ofNullable(item.lifecycle()).orElse(WRITTEN);
            if (!lifecycle.equals(WRITTEN)) {
                reasons.add(
                        "%s is to become %s, but a propagation makes it %s."
                                .formatted(item.itemId(), lifecycle, WRITTEN));
            }
            // read while the ERP is still asked for the item
            var demanded = required.of(item.plants(), WRITTEN);
            var type = proposal.items().of(item.itemId()).map(i -> i.type()).orElse(ANY);
            var attributes = proposal.attributes(item);
            var lacking =
                    demanded.stream()
                            .filter(one -> one.isOf(type))
                            .map(Required::attribute)
                            .distinct()
                            .filter(name -> !isPresent(attributes.get(name)))
                            .toList();
            if (!lacking.isEmpty()) {
                missing.put(item.itemId(), lacking);
                reasons.add("%s lacks %s.".formatted(item.itemId(), String.join(", ", lacking)));
            }
        }
        return Result.of(
                "Every required attribute is present.", reasons, Map.of("missing", missing));
    }

    private static boolean isPresent(@Nullable Object value) {
        return value != null && !value.toString().isBlank();
    }

    /// An attribute that items of a type need.
    record Required(String itemType, String attribute) {
        boolean isOf(String type) {
            return itemType.equals(ANY) || itemType.equals(type);
        }
    }

    /// The attributes that the target lifecycle asks for, of every item type.
    interface RequiredAttributes {
        List<Required> of(List<String> plants, String lifecycle);
    }
}
