package com.example.ops.incidents;

/**
 * What fires of an incident.
 *
 * @param symptoms those of them that end with the trouble, unlike those about objectives, which lag
 * @param symptomsEver such as fire or have fired
 */
record Firing(int all, int symptoms, int symptomsEver) {

    /** Whether the trouble is over: what is left only tells what it has cost, unless nothing else ever fired. */
    boolean isCalm() {
        return symptomsEver > 0 ? symptoms == 0 : all == 0;
    }
}
