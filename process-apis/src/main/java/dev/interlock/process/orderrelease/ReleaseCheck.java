package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import java.util.function.Function;

/// One condition of a release, by its code in the catalogue.
record ReleaseCheck(String code, String title, String system, Function<Question, Result> condition)
        implements Check<Question> {
    @Override
    public Result ask(Question question) {
        return condition.apply(question);
    }
}
