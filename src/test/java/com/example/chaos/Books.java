package com.example.chaos;

import java.time.Instant;
import java.util.List;

/**
 * The three ledgers side by side.
 *
 * @param closed when they were read
 */
record Books(List<Told> clients, DatabaseBooks database, GatewayBooks gateway, Outages outages, Instant closed) {}
