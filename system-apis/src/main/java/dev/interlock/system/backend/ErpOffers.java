package dev.interlock.system.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which back ends have been built, by the kind of object they answer for.
record ErpOffers(Map<String, Set<String>> backEndsByKind) {
    /// Stops the start with a sentence for each choice that cannot answer.
    void requireFor(ErpSettings settings) {
        var wrong = new ArrayList<String>();
        backEndsByKind
                .keySet()
                .forEach(kind -> judge("interlock.erp.back-end", kind, settings.backEnd(), wrong));
        settings.plants()
                .forEach((plant, choices) ->
                        choices(plant, choices)
                                .forEach((setting, kinds) ->
                                        kinds.forEach((kind, backEnd) ->
                                                judge(setting, kind, backEnd, wrong))));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(String.join(" ", new TreeSet<>(wrong)));
        }
    }

    /// By setting, the kinds it decides on: `*` decides on those that have no setting of their own.
    private Map<String, Map<String, String>> choices(String plant, Map<String, String> own) {
        var choices = new TreeMap<String, Map<String, String>>();
        own.forEach((kind, backEnd) -> {
            var decided = new TreeMap<String, String>();
            (kind.equals(ErpSettings.EVERY_KIND) ? rest(own) : List.of(kind))
                    .forEach(each -> decided.put(each, backEnd));
            choices.put("interlock.erp.plants.\"%s\".%s".formatted(plant, kind), decided);
        });
        return choices;
    }

    private List<String> rest(Map<String, String> own) {
        return backEndsByKind.keySet().stream().filter(kind -> !own.containsKey(kind)).toList();
    }

    private void judge(String setting, String kind, String backEnd, List<String> wrong) {
        var offering = backEndsByKind.get(kind);
        if (offering == null) {
            wrong.add(
                    "%s: there is no kind of object %s. Write '*' or one of: %s."
                            .formatted(setting, kind, String.join(", ", backEndsByKind.keySet())));
        } else if (backEndsByKind.values().stream().noneMatch(names -> names.contains(backEnd))) {
            wrong.add(
                    "%s names a back end that does not exist: %s. Write one of: %s."
                            .formatted(setting, backEnd, String.join(", ", all())));
        } else if (!offering.contains(backEnd)) {
            wrong.add(
                    "%s: the back end %s has no %s. Write one of: %s."
                            .formatted(setting, backEnd, kind, String.join(", ", offering)));
        }
    }

    private Set<String> all() {
        var all = new TreeSet<String>();
        backEndsByKind.values().forEach(all::addAll);
        return all;
    }
}
