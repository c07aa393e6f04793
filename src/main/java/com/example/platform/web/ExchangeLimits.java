package com.example.platform.web;

import java.time.Duration;

/**
 * What a caller may take from his handler once his head is there.
 *
 * @param callers who waits for them
 * @param answer how long he may take to receive an answer
 */
record ExchangeLimits(SlowCallers callers, Duration answer) {}
