package com.example.ops.incidents;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the answers of a call that changes an incident. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "Changed",
        content = @Content(schema = @Schema(implementation = Incident.class)))
@ApiResponse(responseCode = "404", description = "There is no such incident")
@ApiResponse(responseCode = "409", description = "The incident is in a state that forbids it")
@interface Changed {}
