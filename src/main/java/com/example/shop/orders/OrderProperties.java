package com.example.shop.orders;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders behave.
 *
 * @param paymentDue how long an order waits for its payment before it expires
 */
@ConfigurationProperties("shop.orders")
record OrderProperties(@DefaultValue("30m") Duration paymentDue) {}
