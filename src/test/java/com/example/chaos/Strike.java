package com.example.chaos;

import java.time.Duration;

/**
 * One fault of a plan.
 *
 * @param calm how long nothing is broken before it
 * @param length how long it stays broken
 * @param victim which of the two shops
 * @param share percentage of the requests that it strikes, where it does not strike all
 */
record Strike(FaultKind kind, Duration calm, Duration length, int victim, int share) {}
