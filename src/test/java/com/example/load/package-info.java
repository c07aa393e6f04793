/** What load, and clients that wish the service ill, do to it. Takes minutes: {@code ./mvnw verify -Pload}. */
package com.example.load;
