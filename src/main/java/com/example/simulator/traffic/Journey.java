package com.example.simulator.traffic;

/** What somebody does in the shop, step by step. */
@FunctionalInterface
interface Journey {

    /** Returns if every step came out as hoped, else throws {@link JourneyEnded}. */
    void run(Visit visit);
}
