package com.example.shop.catalog;

import com.example.shop.Money;

/** A product as it is sold now. */
public record Product(Sku sku, String name, Category category, Money price) {}
