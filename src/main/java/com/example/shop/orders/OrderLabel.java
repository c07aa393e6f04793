package com.example.shop.orders;

import com.example.platform.observability.DescribedKey;
import com.example.shop.catalog.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The labels of the meters of orders. */
enum OrderLabel implements DescribedKey {
    CATEGORY(
            "category of the product",
            Arrays.stream(Category.values()).map(Category::label).toList()),
    REASON("who closed the order: its owner or the clock", List.of("cancelled", "expired"));

    private final String meaning;

    private final List<String> values;

    OrderLabel(String meaning, List<String> values) {
        this.meaning = meaning;
        this.values = values;
    }

    @Override
    public String asString() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public List<String> closedValues() {
        return values;
    }
}
