package dev.interlock.system.item;

import java.util.List;

/// The systems beside the ERP that serve a plant: its own ones and those that serve every plant.
public record PlantSystems(String plant, List<String> systems) {
    public PlantSystems {
        systems = List.copyOf(systems);
    }
}
