package dev.interlock.platform.event;

import java.sql.SQLException;

/// The database could not write or read facts; the cause says whether that will pass.
public class EventLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventLogException(SQLException cause) {
        super("the outbox could not be used", cause);
    }
}
