package dev.interlock.benchmark.crash;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is wrong in the end, by kind.
public final class Defects {
    public enum Kind {
        RUN_LOST("runs lost, or one key with two runs"),
        EFFECT_TWICE("effects performed twice"),
        EFFECT_LOST("effects that the ledger says and the plant does not"),
        EFFECT_UNKNOWN("effects that no run planned"),
        OUT_OF_ORDER("changes out of order"),
        ERP_DIFFERS("items that the ERP has otherwise"),
        NOT_ENDED("runs not completed within 60 s of the last kill"),
        BAD_ANSWER("answers that no client should get");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final Map<Kind, List<String>> found = new EnumMap<>(Kind.class);

    void add(Kind kind, String sentence) {
        found.computeIfAbsent(kind, _ -> new ArrayList<>()).add(sentence);
    }

    public List<String> of(Kind kind) {
        return List.copyOf(found.getOrDefault(kind, List.of()));
    }

    public List<String> all() {
        return found.values().stream().flatMap(List::stream).toList();
    }
}
