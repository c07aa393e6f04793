package com.example.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;

/** Documents the problems that any call may meet, so that an operation declares only what is its own. */
class DocumentedProblems implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    private static final Set<ProblemKind> ANYWHERE = EnumSet.of(
            ProblemKind.MALFORMED_REQUEST,
            ProblemKind.UNAUTHENTICATED,
            ProblemKind.NOT_ACCEPTABLE,
            ProblemKind.BODY_TOO_LARGE,
            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
            ProblemKind.INTERNAL,
            ProblemKind.UNAVAILABLE);

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Map<String, ApiResponse> sorted = new TreeMap<>(operation.getResponses());
        sorted.forEach((status, own) -> {
            if (status.compareTo("400") >= 0) {
                own.setContent(problem());
            }
        });
        problemsOf(operation, handler)
                .forEach(kind ->
                        sorted.putIfAbsent(String.valueOf(kind.status().value()), new ApiResponse().$ref(kind.name())));
        ApiResponses responses = new ApiResponses();
        responses.putAll(sorted);
        operation.setResponses(responses);
        return operation;
    }

    @Override
    public void customise(OpenAPI document) {
        ResolvedSchema problem =
                ModelConverters.getInstance(true).readAllAsResolvedSchema(new AnnotatedType(DocumentedProblem.class));
        Components components = Objects.requireNonNullElseGet(document.getComponents(), Components::new);
        problem.referencedSchemas.forEach(components::addSchemas);
        for (ProblemKind kind : ProblemKind.values()) {
            components.addResponses(
                    kind.name(), new ApiResponse().description(kind.detail()).content(problem()));
        }
        document.setComponents(components);
    }

    private static Set<ProblemKind> problemsOf(Operation operation, HandlerMethod handler) {
        Set<ProblemKind> kinds = EnumSet.copyOf(ANYWHERE);
        if (AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PreAuthorize.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), PreAuthorize.class)) {
            kinds.add(ProblemKind.FORBIDDEN);
        }
        boolean keyed = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> "Idempotency-Key".equals(parameter.getName()));
        if (keyed) {
            kinds.add(ProblemKind.KEY_REUSED);
        }
        return kinds;
    }

    private static Content problem() {
        Schema<?> schema = new Schema<>().$ref("Problem");
        return new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new MediaType().schema(schema));
    }
}
