package com.example.fuzz;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An operation as the API document describes it.
 *
 * @param statuses those that the document names one by one
 * @param body the schema of the body; missing when there is none
 */
record ApiOperation(String method, String template, Set<Integer> statuses, List<Parameter> parameters, JsonNode body) {

    /**
     * One parameter.
     *
     * @param place path, query or header
     */
    record Parameter(String place, String name, boolean required, JsonNode schema) {}

    String name() {
        return method + " " + template;
    }

    boolean hasBody() {
        return !body.isMissingNode();
    }

    List<Parameter> in(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.place().equals(place))
                .toList();
    }
}
