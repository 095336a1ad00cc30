package dev.interlock.sandbox.story;

import dev.interlock.sandbox.api.Api;
import dev.interlock.sandbox.api.Endpoints;
import dev.interlock.sandbox.layout.SandboxFailure;
import java.io.PrintStream;
import java.time.InstantSource;

/// A story that can be played against a running sandbox, any number of times.
public enum Story {
    CHANGE,
    RELEASE,
    SUPPLIER;

    public static Story named(String name) {
        return switch (name) {
            case "change" -> CHANGE;
            case "release" -> RELEASE;
            case "supplier" -> SUPPLIER;
            default ->
                    throw new SandboxFailure(
                            "There is no story %s: there are change, release and supplier."
                                    .formatted(name));
        };
    }

    /// Returns when everything the story promises was seen; fails with a sentence otherwise.
    public void play(Endpoints endpoints, PrintStream out) {
        try (Api api = new Api(endpoints, InstantSource.system())) {
            Stage stage = new Stage(api, new Transcript(out));
            switch (this) {
                case CHANGE -> new ChangeStory(stage).play();
                case RELEASE -> new ReleaseStory(stage).play();
                case SUPPLIER -> new SupplierStory(stage).play();
            }
        }
    }
}
