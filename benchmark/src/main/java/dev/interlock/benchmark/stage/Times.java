package dev.interlock.benchmark.stage;

import java.util.Arrays;
import java.util.Collection;

/// Measured times, in milliseconds.
public final class Times {
    private final double[] sorted;

    public Times(Collection<Double> milliseconds) {
        if (milliseconds.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    public double percentile(double share) {
        int at = (int) Math.ceil(share / 100 * sorted.length) - 1;
        return sorted[Math.clamp(at, 0, sorted.length - 1)];
    }

    public double median() {
        return percentile(50);
    }

    public double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    public int count() {
        return sorted.length;
    }
}
