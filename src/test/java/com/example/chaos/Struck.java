package com.example.chaos;

import java.time.Instant;

/** A fault that struck, from the moment it was made to the moment it was mended. */
record Struck(FaultKind kind, Instant from, Instant to) {}
