package dev.interlock.process.orderrelease;

import dev.interlock.process.check.Check;
import dev.interlock.process.check.Result;
import dev.interlock.process.check.Result.Barred;
import java.util.Optional;
import java.util.function.Function;

/// One condition of a release, by its code in the catalogue; `barring` is what of it ERP or MES
/// refuse themselves.
record ReleaseCheck(
        String code,
        String title,
        String system,
        Function<Question, Result> condition,
        Function<Question, Optional<Barred>> barring)
        implements Check<Question> {
    @Override
    public Result ask(Question question) {
        return condition.apply(question);
    }

    @Override
    public Optional<Barred> bar(Question question) {
        return barring.apply(question);
    }
}
