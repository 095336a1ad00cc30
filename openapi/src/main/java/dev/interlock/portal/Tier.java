package dev.interlock.portal;

import java.util.List;

/// One tier with its APIs.
public record Tier(String name, String title, String audience, List<Api> apis) {
    public Tier {
        apis = List.copyOf(apis);
    }
}
