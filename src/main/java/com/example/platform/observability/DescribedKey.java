package com.example.platform.observability;

import io.micrometer.common.docs.KeyName;
import java.util.List;

/**
 * A documented key of a meter or an observation: {@code docs/telemetry.md} tells its meaning and its values. A
 * key that ends in {@code .amount} or {@code .count} is a number on the span.
 */
public interface DescribedKey extends KeyName {

    /** What the value means, in a few words. */
    String meaning();

    /** Every value it can have, when they are a closed set known in code; else empty. */
    default List<String> closedValues() {
        return List.of();
    }
}
