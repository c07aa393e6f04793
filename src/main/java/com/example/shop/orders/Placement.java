package com.example.shop.orders;

/** What became of the wish to order. */
sealed interface Placement {

    record Placed(Order order) implements Placement {}

    /** The line, counted from 0, asks for a product that does not exist. */
    record UnknownProduct(int line) implements Placement {}
}
