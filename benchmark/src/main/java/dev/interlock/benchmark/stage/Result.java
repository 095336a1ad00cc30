package dev.interlock.benchmark.stage;

import java.util.List;

/// What a measurement found; `notes` are sentences for whoever reads it.
public record Result(String name, String title, List<Measure> measures, List<String> notes) {
    public Result {
        measures = List.copyOf(measures);
        notes = List.copyOf(notes);
    }

    public boolean reached() {
        return measures.stream().allMatch(Measure::reached);
    }
}
