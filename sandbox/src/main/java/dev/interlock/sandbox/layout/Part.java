package dev.interlock.sandbox.layout;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What the sandbox is made of, in the order in which it starts.
public enum Part {
    POSTGRES("postgres", "PostgreSQL"),
    KEYCLOAK("keycloak", "Keycloak"),
    PLANT("plant", "the plant"),
    SYSTEM_APIS("system-apis", "the system APIs"),
    PROCESS_APIS("process-apis", "the process APIs"),
    PARTNER_APIS("partner-apis", "the partner APIs"),
    PORTAL("portal", "the portal");

    private final String id;
    private final String title;

    Part(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public String id() {
        return id;
    }

    /// As a sentence calls it.
    public String title() {
        return title;
    }

    /// As a sentence begins with it.
    public String subject() {
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    public static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    public static Part named(String id) {
        return Arrays.stream(values())
                .filter(part -> part.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new SandboxFailure(
                                "There is no part %s: name one of %s."
                                        .formatted(
                                                id,
                                                Arrays.stream(values())
                                                        .map(Part::id)
                                                        .collect(Collectors.joining(", ")))));
    }
}
