package com.example.ops.incidents;

import com.example.ops.OpsSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes addresses of Grafana and of this application: about an incident's service, environment and time. */
@Component
class IncidentLinks {

    private static final Duration AROUND = Duration.ofMinutes(15);

    private static final Pattern RULE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");

    private final String grafana;

    private final String page;

    private final JsonMapper json;

    IncidentLinks(OpsSettings settings, JsonMapper json) {
        this.grafana = base(settings.grafana().url().toString());
        this.page = base(settings.page().url().toString());
        this.json = json;
    }

    /** Board, logs and traces from before the incident until it was over, or until now. */
    List<IncidentLink> of(Incident incident, Instant now) {
        String from = millis(incident.times().alertedAt().minus(AROUND));
        Instant end = Objects.requireNonNullElse(incident.times().resolvedAt(), now);
        String to = millis(end.plus(AROUND));
        String service = Queries.quoted(incident.group().service());
        String environment = Queries.quoted(incident.group().environment());
        return List.of(
                new IncidentLink("Board of the service", board("service", incident.group(), from, to)),
                // for what answers no requests of its own kind, such as a part of the stack
                new IncidentLink("Its scrapes", board("pipeline", incident.group(), from, to)),
                new IncidentLink("All services", home(incident.group(), from, to)),
                new IncidentLink(
                        "Its warnings and errors",
                        explore(
                                "loki",
                                Map.of("expr", Queries.complaints(incident.group()), "queryType", "range"),
                                from,
                                to)),
                new IncidentLink(
                        "Its failed traces",
                        explore(
                                "tempo",
                                Map.of(
                                        "query",
                                        "{resource.service.name=%s && resource.deployment.environment.name=%s && status=error}"
                                                .formatted(service, environment),
                                        "queryType",
                                        "traceql",
                                        "limit",
                                        20),
                                from,
                                to)));
    }

    String trace(String traceId, Instant at) {
        return explore(
                "tempo",
                Map.of("query", traceId, "queryType", "traceql"),
                millis(at.minus(AROUND)),
                millis(at.plus(AROUND)));
    }

    /** None for what no rule is called. */
    Optional<String> runbook(String alert) {
        return RULE.matcher(alert).matches() ? Optional.of(page + "/runbooks/" + alert) : Optional.empty();
    }

    private String board(String name, IncidentGroup group, String from, String to) {
        return "%1$s/d/%2$s/%2$s?var-environment=%3$s&var-service=%4$s&from=%5$s&to=%6$s"
                .formatted(grafana, name, encoded(group.environment()), encoded(group.service()), from, to);
    }

    private String home(IncidentGroup group, String from, String to) {
        return "%s/d/home/home?var-environment=%s&from=%s&to=%s"
                .formatted(grafana, encoded(group.environment()), from, to);
    }

    private String explore(String source, Map<String, Object> query, String from, String to) {
        Map<String, Object> asked = new TreeMap<>(query);
        asked.put("refId", "A");
        asked.put("datasource", Map.of("type", source, "uid", source));
        Map<String, Object> pane = new TreeMap<>();
        pane.put("datasource", source);
        pane.put("queries", List.of(asked));
        pane.put("range", new TreeMap<>(Map.of("from", from, "to", to)));
        String panes = json.writeValueAsString(Map.of("a", pane));
        return grafana + "/explore?schemaVersion=1&orgId=1&panes=" + encoded(panes);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String base(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
