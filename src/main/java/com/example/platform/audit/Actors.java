package com.example.platform.audit;

/** Gives the pseudonym under which the trail keeps an actor. */
@FunctionalInterface
public interface Actors {

    String pseudonymOf(String subject);
}
