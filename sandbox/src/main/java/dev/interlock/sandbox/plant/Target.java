package dev.interlock.sandbox.plant;

import java.util.List;

/// A system that the plant stands in for, of one plant or of all: `MES:1000`, `QMS`.
record Target(String system, String plant) {
    static Target of(String name) {
        List<String> parts = List.of(name.split(":", 2));
        return new Target(parts.getFirst(), parts.size() > 1 ? parts.get(1) : "");
    }

    /// `MES` covers `MES:1000`.
    boolean covers(Target other) {
        return system.equals(other.system) && (plant.isEmpty() || plant.equals(other.plant));
    }

    @Override
    public String toString() {
        return plant.isEmpty() ? system : system + ":" + plant;
    }
}
