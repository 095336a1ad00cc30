package dev.interlock.system.acknowledgement.reference;

import dev.interlock.system.acknowledgement.Acknowledgement.Response;
import dev.interlock.system.acknowledgement.Acknowledgement.State;
import dev.interlock.system.purchase.LineChange;

/// The supplier does not deliver the line.
record Rejection(int line, String reason) implements Answer {
    @Override
    public Response response() {
        return Response.REJECT;
    }

    @Override
    public State state() {
        return State.REJECTED;
    }

    @Override
    public LineChange change() {
        return new LineChange.Rejected(line);
    }
}
