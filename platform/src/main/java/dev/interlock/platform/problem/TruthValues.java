package dev.interlock.platform.problem;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/// A query that asks for `true` or `false` is answered for nothing else: the framework takes every
/// other word for `false`.
@Provider
class TruthValues implements ParamConverterProvider {
    static boolean isOne(String text) {
        return text.equals("true") || text.equals("false");
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType == Boolean.class ? (ParamConverter<T>) new ToTheLetter() : null;
    }

    private static final class ToTheLetter implements ParamConverter<Boolean> {
        @Override
        public Boolean fromString(String text) {
            if (!isOne(text)) {
                throw new IllegalArgumentException("neither true nor false: " + text);
            }
            return Boolean.valueOf(text);
        }

        @Override
        public String toString(Boolean value) {
            return value.toString();
        }
    }
}
