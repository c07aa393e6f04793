package com.example.ops.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Notifications as Alertmanager posts them, with all the fields it has. */
public final class Alerts {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Instant NONE = Instant.parse("0001-01-01T00:00:00Z");

    private final List<Map<String, Object>> alerts = new ArrayList<>();

    private final String environment;

    private final String service;

    private Alerts(String environment, String service) {
        this.environment = environment;
        this.service = service;
    }

    public static Alerts of(String service) {
        return new Alerts("test", service);
    }

    public Alerts firing(String name, int sev, Instant start) {
        return add("firing", name, sev, start, NONE, name + service);
    }

    public Alerts resolved(String name, int sev, Instant start, Instant end) {
        return add("resolved", name, sev, start, end, name + service);
    }

    /** The same alert of another instance. */
    public Alerts firing(String name, int sev, Instant start, String fingerprint) {
        return add("firing", name, sev, start, NONE, fingerprint);
    }

    private Alerts add(String status, String name, int sev, Instant start, Instant end, String fingerprint) {
        String severity = name.equals("Watchdog") ? "none" : sev < 3 ? "critical" : "warning";
        Map<String, Object> alert = new TreeMap<>();
        alert.put("status", status);
        alert.put(
                "labels",
                Map.of(
                        "alertname", name,
                        "environment", environment,
                        "service", service,
                        "severity", severity,
                        "sev", Integer.toString(sev)));
        alert.put("annotations", Map.of("summary", "It is broken", "description", "By 12 %"));
        alert.put("startsAt", start.toString());
        alert.put("endsAt", end.toString());
        alert.put("generatorURL", "http://prometheus:9090/graph");
        alert.put("fingerprint", fingerprint);
        alerts.add(alert);
        return this;
    }

    public String json() {
        return JSON.writeValueAsString(Map.of(
                "version",
                "4",
                "groupKey",
                "{}:{environment=\"%s\", service=\"%s\"}".formatted(environment, service),
                "truncatedAlerts",
                0,
                "status",
                alerts.getFirst().get("status"),
                "receiver",
                "ops",
                "groupLabels",
                Map.of("environment", environment, "service", service),
                "commonLabels",
                Map.of(),
                "commonAnnotations",
                Map.of(),
                "externalURL",
                "http://localhost:9093",
                "alerts",
                alerts));
    }
}
