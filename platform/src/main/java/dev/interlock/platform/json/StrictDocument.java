package dev.interlock.platform.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interlock.platform.problem.GatewayException.InvalidRequest;
import dev.interlock.platform.problem.Violation;
import dev.interlock.platform.problem.Violations;
import jakarta.validation.Validator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One JSON document on its way to a record. A violation is noted, its place is taken out, and
/// reading goes on: so the caller learns of all of them at once.
class StrictDocument {
    private static final int MAX_VIOLATIONS = 50;
    private static final int MAX_DIGITS = 1000;
    private static final Pattern DUPLICATE =
            Pattern.compile("Duplicate field '(.{1,200}?)'", Pattern.DOTALL);

    private final JsonNode tree;
    private final Map<String, Violation> violations = new LinkedHashMap<>();

    StrictDocument(byte[] body) {
        this.tree = parse(body);
    }

    Object as(JavaType wanted, Validator validator) {
        refuseUnstorable(tree, "");
        var value = bind(wanted);
        if (value != null) {
            validator.validate(value).stream().map(Violations::ofBody).forEach(this::note);
        }
        if (value == null || !violations.isEmpty()) {
            var all = new ArrayList<>(violations.values());
            all.sort(Comparator.comparing(Violation::pointer));
            throw new InvalidRequest(all);
        }
        return value;
    }

    private static JsonNode parse(byte[] body) {
        try {
            var tree = StrictJson.mapper().readTree(body);
            if (tree.isMissingNode() || tree.isNull()) {
                throw new InvalidRequest("", "not-null", "A JSON body is needed.");
            }
            return tree;
        } catch (JacksonException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new InvalidRequest("", "json", "The body could not be read to its end.");
        }
    }

    private static InvalidRequest unreadable(JacksonException e) {
        var duplicate = DUPLICATE.matcher(String.valueOf(e.getOriginalMessage()));
        if (duplicate.find()) {
            return new InvalidRequest(
                    "",
                    "duplicate-member",
                    "The member '" + duplicate.group(1) + "' stands more than once.");
        }
        var at = e.getLocation();
        var where = at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new InvalidRequest(
                "", "json", "The body is not a readable JSON document" + where + ".");
    }

    private @Nullable Object bind(JavaType wanted) {
        for (var round = 0; round < MAX_VIOLATIONS; round++) {
            try {
                return StrictJson.mapper().readerFor(wanted).readValue(tree);
            } catch (JsonMappingException e) {
                note(new Violation(pointer(e), code(e), detail(e)));
                if (!takeOut(e.getPath())) {
                    return null;
                }
            } catch (JsonProcessingException e) {
                throw unreadable(e);
            } catch (IOException e) {
                throw new IllegalStateException("a tree in memory cannot fail to be read", e);
            }
        }
        return null;
    }

    private void note(Violation violation) {
        violations.putIfAbsent(violation.pointer(), violation);
    }

    private boolean takeOut(List<JsonMappingException.Reference> path) {
        if (path.isEmpty()) {
            return false;
        }
        JsonNode parent = tree;
        for (var step : path.subList(0, path.size() - 1)) {
            parent =
                    step.getFieldName() == null
                            ? parent.path(step.getIndex())
                            : parent.path(step.getFieldName());
        }
        var last = path.getLast();
        return switch (parent) {
            case ObjectNode object when last.getFieldName() != null ->
                    takeOut(object, last.getFieldName());
            case ArrayNode array
                    when last.getIndex() >= 0 && !array.path(last.getIndex()).isNull() ->
                    array.setNull(last.getIndex()) != null;
            default -> false;
        };
    }

    /// A number or truth value that the record cannot do without is stood in for, so that reading
    /// can go on.
    private static boolean takeOut(ObjectNode object, String member) {
        var value = object.get(member);
        if (value == null || value.isNull()) {
            object.put(member, 0);
        } else if (value.isInt() && value.intValue() == 0) {
            object.put(member, false);
        } else {
            object.remove(member);
        }
        return true;
    }

    /// PostgreSQL cannot store `\u0000` in text, and a lone surrogate is no text at all. A number
    /// with a huge exponent is a few bytes here and millions where it is written out.
    private void refuseUnstorable(JsonNode node, String pointer) {
        if (node.isNumber() && isUnwieldy(node.decimalValue())) {
            note(new Violation(pointer, "number", "The number is too large or too exact."));
        }
        if (node.isTextual() && isUnstorable(node.textValue())) {
            note(new Violation(pointer, "text", "The text has a character that cannot be stored."));
        }
        node.properties()
                .forEach(member -> {
                    var at = pointer + "/" + Violations.escape(member.getKey());
                    if (isUnstorable(member.getKey())) {
                        note(
                                new Violation(
                                        pointer,
                                        "text",
                                        "A member name has a character that cannot be stored."));
                    }
                    refuseUnstorable(member.getValue(), at);
                });
        if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                refuseUnstorable(node.get(i), pointer + "/" + i);
            }
        }
    }

    static boolean isUnstorable(String text) {
        return text.indexOf('\0') >= 0
                || text.codePoints()
                        .anyMatch(
                                c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static boolean isUnwieldy(BigDecimal number) {
        return Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS;
    }

    private static String pointer(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/')
                    .append(
                            step.getFieldName() == null
                                    ? String.valueOf(step.getIndex())
                                    : Violations.escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static String code(JsonMappingException e) {
        return e instanceof UnrecognizedPropertyException ? "unknown-member" : "type";
    }

    private static String detail(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    "There is no member '" + unknown.getPropertyName() + "' here.";
            case InvalidFormatException format
                    when format.getTargetType() != null && format.getTargetType().isEnum() ->
                    "One of "
                            + Arrays.toString(format.getTargetType().getEnumConstants())
                            + " is needed.";
            default -> "The value does not have the type that the contract asks for.";
        };
    }
}
