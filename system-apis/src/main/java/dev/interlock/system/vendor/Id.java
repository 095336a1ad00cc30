package dev.interlock.system.vendor;

import dev.interlock.platform.problem.GatewayException.NotFound;
import java.util.regex.Pattern;

/// Ids as they come in a path: one that cannot exist is not there.
public final class Id {
    public static final String SHAPE = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    private Id() {}

    public static String path(String what, String id) {
        if (!PATTERN.matcher(id).matches()) {
            throw new NotFound(what, id);
        }
        return id;
    }
}
