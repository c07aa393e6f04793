package com.example.shop.testing;

import com.example.testing.ApplicationProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real payment gateway simulator as a process of its own. */
public final class GatewayProcess {

    private static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** By name: the shop knows the gateway by its protocol alone. */
    private static final String SIMULATOR = "com.example.simulator.SimulatorApplication";

    private static GatewayProcess shared;

    private final ApplicationProcess process;

    private GatewayProcess(ApplicationProcess process) {
        this.process = process;
    }

    /** The one that the tests of this JVM share; it ends with the JVM. */
    public static synchronized GatewayProcess shared() {
        if (shared == null) {
            shared = start(Map.of());
        }
        return shared;
    }

    public static GatewayProcess start(Map<String, String> environment, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "--spring.profiles.active=gateway";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new GatewayProcess(ApplicationProcess.start(SIMULATOR, environment, all));
    }

    public void stop() {
        process.stop();
    }

    public URI url() {
        return process.url();
    }

    public int port() {
        return process.port();
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        process.kill();
    }

    public URI managementUrl() {
        return process.managementUrl();
    }

    public Path output() {
        return process.output();
    }

    /** Switches a fault on; the settings are its JSON body. */
    public void breakWith(String fault, String settings) {
        send(HttpRequest.newBuilder(url().resolve("/faults/" + fault))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(settings)));
    }

    /** Switches all faults off. */
    public void heal() {
        send(HttpRequest.newBuilder(url().resolve("/faults")).DELETE());
    }

    /** What the gateway has on its books. */
    public JsonNode ledger() {
        return JSON.readTree(send(HttpRequest.newBuilder(url().resolve("/v1/ledger"))));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("the gateway answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
