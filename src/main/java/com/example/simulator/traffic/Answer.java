package com.example.simulator.traffic;

import tools.jackson.databind.JsonNode;

/**
 * What the shop answered. Never printed: it may hold a token.
 *
 * @param status the HTTP status, or {@link #NONE} when no answer came
 * @param body the JSON body, or a missing node
 */
record Answer(int status, JsonNode body) {

    static final int NONE = 0;

    /** A text of the body by its JSON pointer, empty if it is not there. */
    String text(String pointer) {
        return body.at(pointer).asString("");
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
