package dev.interlock.benchmark.plant;

import java.util.Comparator;
import java.util.List;

/// The longest chain of calls of which each came only after the one before had been answered, as
/// the systems of the plant saw it: what has been asked and done in turn. Calls that were under way
/// together count once. `millis` is what the systems took for it themselves.
public record Chain(int questions, int effects, double millis) {
    public static Chain of(List<Call> calls) {
        List<Call> byEnd = calls.stream().sorted(Comparator.comparingLong(Call::left)).toList();
        int questions = 0;
        int effects = 0;
        long micros = 0;
        long end = Long.MIN_VALUE;
        for (Call call : byEnd) {
            if (call.came() >= end) {
                end = call.left();
                micros += call.own();
                questions += call.reads() ? 1 : 0;
                effects += call.reads() ? 0 : 1;
            }
        }
        return new Chain(questions, effects, micros / 1e3);
    }

    public int length() {
        return questions + effects;
    }
}
