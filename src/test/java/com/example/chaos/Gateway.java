package com.example.chaos;

import com.example.shop.testing.GatewayProcess;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The payment gateway: it may die at any moment and still knows what it did, as a real one would. */
final class Gateway implements Closeable {

    private final Path journal;
    private final List<Wire> wires;
    private GatewayProcess process;

    Gateway(Path folder, List<Wire> wires) {
        this.journal = folder.resolve("gateway.journal").toAbsolutePath();
        this.wires = wires;
        start();
    }

    void start() {
        process = GatewayProcess.start(Map.of(), "--simulator.gateway.journal=" + journal);
        wires.forEach(wire -> wire.leadingTo(process.port()));
    }

    void kill() {
        process.kill();
    }

    void breakWith(String fault, String settings) {
        process.breakWith(fault, settings);
    }

    void heal() {
        process.heal();
    }

    JsonNode ledger() {
        return process.ledger();
    }

    @Override
    public void close() {
        process.kill();
    }
}
