package com.example.shop.catalog;

import static com.example.shop.catalog.CatalogObservation.PRODUCTS_FETCH;

import io.micrometer.observation.ObservationRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What the other modules ask about products. Thread-safe. */
@Service
public class Catalog {

    private final Products products;

    private final ObservationRegistry observations;

    Catalog(Products products, ObservationRegistry observations) {
        this.products = products;
        this.observations = observations;
    }

    /** The products of these keys in one query; an unknown key is simply absent. */
    public Map<Sku, Product> find(Collection<Sku> skus) {
        return PRODUCTS_FETCH
                .observation(observations)
                .highCardinalityKeyValue(
                        CatalogObservation.Detail.PRODUCTS_COUNT.withValue(String.valueOf(skus.size())))
                .observe(() ->
                        products.findAll(skus).stream().collect(Collectors.toMap(Product::sku, Function.identity())));
    }
}
