package com.example.ops.slo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** Asks Prometheus, in one question so that all values are of one moment. */
class Recordings {

    static final String QUERY = "{__name__=~\"slo:(objective:ratio|time_period:days|sli_error:ratio_rate.+"
            + "|sli_events:sum30d|sli_error_events:sum30[dm]|sli_covered:seconds30d)\"}";

    private final @Nullable RestClient prometheus;

    Recordings(@Nullable RestClient prometheus) {
        this.prometheus = prometheus;
    }

    RecordedSeries now() {
        return ask("/api/v1/query?query={query}", QUERY);
    }

    /** As they stood at a moment that is over. */
    RecordedSeries at(Instant moment) {
        return ask("/api/v1/query?query={query}&time={time}", QUERY, moment.toString());
    }

    private RecordedSeries ask(String path, Object... values) {
        if (prometheus == null) {
            throw new UnreliableFigures("no_address");
        }
        JsonNode answer = prometheus.get().uri(path, values).retrieve().body(JsonNode.class);
        if (answer == null) {
            throw new UnreliableFigures("not_an_answer");
        }
        return RecordedSeries.read(answer);
    }
}
