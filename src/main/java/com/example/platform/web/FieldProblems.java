package com.example.platform.web;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/** Reads which fields were refused, and why, out of the exceptions of validation and of Jackson. */
final class FieldProblems {

    private static final int MOST = 20;

    /** What our own properties look like; a key of a map is the caller's text and must not come back. */
    private static final Pattern OWN_NAME =
            Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*(\\[\\d*])?(\\.[a-zA-Z_][a-zA-Z0-9_]*(\\[\\d*])?)*");

    private FieldProblems() {}

    static List<FieldProblem> of(Errors errors) {
        return limited(errors.getAllErrors().stream().map(FieldProblems::of));
    }

    static List<FieldProblem> ofCall(MethodValidationResult result) {
        return limited(result.getParameterValidationResults().stream().flatMap(FieldProblems::of));
    }

    /** The field whose value had the wrong type; nothing when the field itself is unknown to us. */
    static List<FieldProblem> ofJson(Throwable cause) {
        if (!(cause instanceof MismatchedInputException mismatch) || cause instanceof PropertyBindingException) {
            return List.of();
        }
        boolean throughMap = mismatch.getPath().stream().anyMatch(step -> step.from() instanceof Map);
        return throughMap ? List.of() : limited(Stream.of(new FieldProblem(path(mismatch), FieldReason.TYPE.word())));
    }

    static FieldProblem of(String field, FieldReason reason) {
        return new FieldProblem(field, reason.word());
    }

    private static FieldProblem of(ObjectError error) {
        String field = error instanceof FieldError of ? of.getField() : error.getObjectName();
        return of(field, FieldReason.of(error.getCode()));
    }

    private static Stream<FieldProblem> of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return errors.getAllErrors().stream().map(FieldProblems::of);
        }
        String name = result.getMethodParameter().getParameterName();
        String field = name == null ? "parameter" : name;
        return result.getResolvableErrors().stream().map(error -> of(field, FieldReason.of(constraint(error))));
    }

    private static String constraint(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        return codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
    }

    private static String path(JacksonException exception) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : exception.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static List<FieldProblem> limited(Stream<FieldProblem> problems) {
        return problems.filter(problem -> OWN_NAME.matcher(problem.field()).matches())
                .distinct()
                .limit(MOST)
                .toList();
    }
}
