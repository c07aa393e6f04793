package com.example.shop.orders;

import com.example.shop.Money;
import com.example.shop.catalog.Category;
import com.example.shop.catalog.Product;
import com.example.shop.catalog.Sku;

/** So many of one product, at the price and in the category it had when the order was placed. */
record OrderLine(Sku sku, Category category, int quantity, Money unitPrice) {

    static OrderLine of(Product product, int quantity) {
        return new OrderLine(product.sku(), product.category(), quantity, product.price());
    }

    Money total() {
        return unitPrice.times(quantity);
    }
}
