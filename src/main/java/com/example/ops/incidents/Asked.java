package com.example.ops.incidents;

import com.example.ops.BackendClient;
import com.example.ops.OpsSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** A backend that is asked for evidence, each time no longer than its patience; who is not there says so. */
class Asked {

    private final String name;

    private final @Nullable RestClient client;

    Asked(String name, OpsSettings.Backend backend, Duration patience, RestClient.Builder builder) {
        this.name = name;
        this.client = backend.url() == null ? null : BackendClient.to(backend.url(), patience, patience, builder);
    }

    /** It gave no answer, and a person is told in these words. */
    static class Silent extends RuntimeException {

        private final String words;

        Silent(String words) {
            super(words);
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The results of a query: the part of the answer that Prometheus and Loki have in common. */
    JsonNode results(String template, Object... values) {
        if (client == null) {
            throw new Silent(name + " could not be asked: there is none here");
        }
        try {
            JsonNode answer = client.get().uri(template, values).retrieve().body(JsonNode.class);
            if (answer != null && answer.path("status").asString("").equals("success")) {
                return answer.path("data").path("result");
            }
            throw new Silent(name + " gave no answer that can be read");
        } catch (RestClientException failure) {
            throw new Silent(name + " could not be asked: it did not answer, or not in time");
        }
    }
}
