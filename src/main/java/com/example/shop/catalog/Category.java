package com.example.shop.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The closed set of product categories, and so of the label {@code category}. */
public enum Category {
    BOOKS,
    ELECTRONICS,
    GROCERIES,
    HOME,
    SPORTS;

    /** The name in answers and labels. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
