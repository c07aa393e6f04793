package com.example.platform.observability;

import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many values a label of a meter may have.
 *
 * @param maxValues values that each label of each meter may have; further ones become {@code other}
 * @param overrides the same for single labels, by their key
 */
@Validated
@ConfigurationProperties("platform.cardinality")
record CardinalityProperties(
        @DefaultValue("100") @Min(1) int maxValues,
        @DefaultValue Map<String, @Min(1) Integer> overrides) {

    int maxValuesOf(String label) {
        return overrides.getOrDefault(label, maxValues);
    }
}
