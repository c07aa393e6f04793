package com.example.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Waits until the further JVMs say that they are ready; gives up on one that ended or takes more than a minute. */
record Readiness(DemoFolder folder) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration INTERVAL = Duration.ofMillis(200);

    void await(Map<Service, ChildJvm> children) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            children.forEach((service, child) -> {
                while (!ready(client, service)) {
                    child.requireAlive(folder.log(service.id()));
                    if (System.nanoTime() > end) {
                        throw new DemoFailure("%s is not ready after %d s; see %s"
                                .formatted(service.id(), PATIENCE.toSeconds(), folder.log(service.id())));
                    }
                    LockSupport.parkNanos(INTERVAL.toNanos());
                }
            });
        }
    }

    private static boolean ready(HttpClient client, Service service) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.managementUrl() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
