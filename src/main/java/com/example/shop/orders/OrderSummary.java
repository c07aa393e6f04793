package com.example.shop.orders;

import com.example.shop.Money;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** An order in a list. */
record OrderSummary(
        OrderId id,
        OrderStatus status,
        Money total,
        @JsonProperty("created_at") Instant createdAt) {}
