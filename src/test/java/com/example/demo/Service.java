package com.example.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** The applications of the demo and where they listen. */
enum Service {
    SHOP("shop", "demo", 8080, 8081),
    OPS("ops", "demo", 8070, 8071),
    GATEWAY("payment-gateway", "gateway", 8090, 8091),
    TRAFFIC("traffic", "traffic", 8092, 8092);

    private final String id;
    private final String profile;
    private final int port;
    private final int managementPort;

    Service(String id, String profile, int port, int managementPort) {
        this.id = id;
        this.profile = profile;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Its name in every signal. */
    String id() {
        return id;
    }

    String profile() {
        return profile;
    }

    String url() {
        return "http://localhost:" + port;
    }

    String managementUrl() {
        return "http://localhost:" + managementPort;
    }

    /** Every port with what it is for. */
    static Map<Integer, String> ports() {
        Map<Integer, String> ports = new LinkedHashMap<>();
        for (Service service : values()) {
            ports.put(service.managementPort, service.id + " management");
            ports.put(service.port, service.id);
        }
        return ports;
    }
}
