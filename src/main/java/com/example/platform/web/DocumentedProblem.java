package com.example.platform.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API document says of a problem; the answers themselves are made elsewhere. */
@Schema(name = "Problem", description = "RFC 9457; `type` is stable, some types have more fields than these")
record DocumentedProblem(
        String type,
        @Nullable String title,
        int status,
        String detail,
        @JsonProperty("trace_id") @Nullable String traceId,
        @Nullable List<FieldProblem> errors) {}
