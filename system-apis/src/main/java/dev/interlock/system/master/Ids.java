package dev.interlock.system.master;

import dev.interlock.platform.problem.GatewayException.NotFound;
import java.util.regex.Pattern;

/// Ids as they come in a path: one that cannot exist is not there.
public final class Ids {
    private static final Pattern SHAPE = Pattern.compile(BusinessId.SHAPE);

    private Ids() {}

    public static String path(String what, String id) {
        if (!SHAPE.matcher(id).matches()) {
            throw new NotFound(what, id);
        }
        return id;
    }

    /// Numbers that the gateway gave: holds, movements, reservations.
    public static long number(String what, String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new NotFound(what, id);
        }
    }
}
