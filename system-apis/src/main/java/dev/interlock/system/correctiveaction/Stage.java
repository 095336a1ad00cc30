package dev.interlock.system.correctiveaction;

import static dev.interlock.system.correctiveaction.Discipline.D0;
import static dev.interlock.system.correctiveaction.Discipline.D1;
import static dev.interlock.system.correctiveaction.Discipline.D2;
import static dev.interlock.system.correctiveaction.Discipline.D3;
import static dev.interlock.system.correctiveaction.Discipline.D4;
import static dev.interlock.system.correctiveaction.Discipline.D5;
import static dev.interlock.system.correctiveaction.Discipline.D6;
import static dev.interlock.system.correctiveaction.Discipline.D7;
import static dev.interlock.system.correctiveaction.Discipline.D8;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is handed in together, and has a date by which it is due. The state it leads to stands in
/// `Step`.
@Schema(name = "CorrectiveActionStage")
@SuppressWarnings("ImmutableEnumChecker") // the lists are copies that cannot be changed
public enum Stage {
    CONTAINMENT(List.of(D1, D2, D3), List.of(D0)),
    ROOT_CAUSE(List.of(D4), List.of()),
    PLAN(List.of(D5), List.of()),
    IMPLEMENTATION(List.of(D6, D7), List.of()),
    CLOSURE(List.of(D8), List.of());

    private final List<Discipline> required;
    private final List<Discipline> optional;

    Stage(List<Discipline> required, List<Discipline> optional) {
        this.required = required;
        this.optional = optional;
    }

    /// What it cannot do without.
    public List<Discipline> required() {
        return required;
    }

    public static Stage of(Discipline discipline) {
        return Arrays.stream(values())
                .filter(stage ->
                        stage.required.contains(discipline) || stage.optional.contains(discipline))
                .findFirst()
                .orElseThrow();
    }
}
