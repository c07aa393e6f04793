package com.example.fuzz;

import com.example.ops.testing.Alerts;
import com.example.shop.testing.RawAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Incidents that there are, their states, and notifications of alerts. */
final class OpsVocabulary implements Vocabulary {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> STATUSES = List.of("investigating", "identified", "monitoring", "resolved");

    private final String operator;
    private final String support;
    private final String webhook;
    private final Pool incidents = new Pool();

    OpsVocabulary(String operator, String support, String webhook) {
        this.operator = operator;
        this.support = support;
        this.webhook = webhook;
        incidents.add(UUID.randomUUID().toString());
    }

    @Override
    public Optional<String> text(ApiOperation operation, String property, Random random) {
        return Optional.ofNullable(
                switch (property) {
                    case "id" -> incidents.any(random);
                    case "status" -> STATUSES.get(random.nextInt(STATUSES.size()));
                    case "service" -> "service-" + random.nextInt(500);
                    case "began_at" ->
                        Instant.now().minusSeconds(random.nextInt(9_000)).toString();
                    default -> null;
                });
    }

    @Override
    public Optional<JsonNode> body(ApiOperation operation, Random random) {
        if (!operation.template().equals("/api/alerts")) {
            return Optional.empty();
        }
        Instant start = Instant.now().minusSeconds(random.nextInt(600));
        Alerts alerts = Alerts.of("alerted-" + random.nextInt(50));
        String text = random.nextInt(3) == 0
                ? alerts.resolved("Alert" + random.nextInt(5), 2, start, Instant.now())
                        .json()
                : alerts.firing("Alert" + random.nextInt(5), 1 + random.nextInt(4), start)
                        .json();
        return Optional.of(JSON.readTree(text));
    }

    @Override
    public Optional<String> token(ApiOperation operation, Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(support);
            case 2 -> Optional.of(webhook);
            default -> Optional.of(operation.template().equals("/api/alerts") ? webhook : operator);
        };
    }

    @Override
    public void learn(ApiOperation operation, RawAnswer answer) {
        if (operation.name().equals("POST /api/incidents")) {
            incidents.add(answer.field("id"));
        }
    }
}
