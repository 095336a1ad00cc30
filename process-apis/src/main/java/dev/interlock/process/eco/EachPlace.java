package dev.interlock.process.eco;

import dev.interlock.process.eco.EngineeringChange.Action;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The places of a structure that a change has named so far: of two things that it says of one, the
/// last would silently win. What goes is named before what changes.
final class EachPlace {
    private final Set<Integer> removed = new HashSet<>();
    private final Set<Integer> changed = new HashSet<>();

    /// What is wrong with naming a place once more.
    Optional<String> contradiction(Action action, int place) {
        return switch (action) {
            case REMOVE ->
                    removed.add(place)
                            ? Optional.empty()
                            : Optional.of(" is removed more than once.");
            case CHANGE -> {
                if (removed.contains(place)) {
                    yield Optional.of(" is removed and cannot be changed as well.");
                }
                yield changed.add(place)
                        ? Optional.empty()
                        : Optional.of(" is changed more than once.");
            }
            case ADD -> Optional.empty();
        };
    }
}
