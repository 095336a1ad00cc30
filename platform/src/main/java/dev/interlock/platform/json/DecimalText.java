package dev.interlock.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A decimal as a JSON string: `"12.500"`, never a float, never an exponent, at most 18 digits
/// before and 9 behind the point.
public final class DecimalText {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

    private DecimalText() {}

    public static class Reader extends StdDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        public Reader() {
            super(BigDecimal.class);
        }

        @Override
        public @Nullable BigDecimal deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            if (json.currentToken() == JsonToken.VALUE_STRING
                    && DECIMAL.matcher(json.getText()).matches()) {
                return new BigDecimal(json.getText());
            }
            return (BigDecimal)
                    context.handleWeirdStringValue(
                            BigDecimal.class,
                            String.valueOf(json.getText()),
                            "a decimal string is needed");
        }
    }

    public static class Writer extends StdSerializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        public Writer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(value.toPlainString());
        }
    }
}
