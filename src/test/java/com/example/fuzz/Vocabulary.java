package com.example.fuzz;

import com.example.shop.testing.RawAnswer;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** What valid requests of one application are made of beyond its document, and what its answers add to that. */
interface Vocabulary {

    /** A text for a parameter or property of this name; empty when any that fits the schema will do. */
    Optional<String> text(ApiOperation operation, String name, Random random);

    /** A whole body, where the schema says too little to get far. */
    default Optional<JsonNode> body(ApiOperation operation, Random random) {
        return Optional.empty();
    }

    /** The token that this operation needs, or once in a while another; empty for none. */
    Optional<String> token(ApiOperation operation, Random random);

    /** Takes note of what a valid request brought about. */
    default void learn(ApiOperation operation, RawAnswer answer) {}
}
