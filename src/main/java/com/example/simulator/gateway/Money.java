package com.example.simulator.gateway;

/**
 * An amount in minor units of a currency.
 *
 * @param amount more than zero
 * @param currency three upper-case letters
 */
record Money(long amount, String currency) {}
