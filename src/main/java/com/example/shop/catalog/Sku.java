package com.example.shop.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** The key of a product: three letters, a dash, four digits. */
public record Sku(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{3}-[0-9]{4}");

    public Sku {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a SKU");
        }
    }

    /** The SKU if the text is one; text from outside goes through here. */
    public static Optional<Sku> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Sku(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
