package com.example.stack;

import com.example.stack.Link.ToExplore;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an address of Explore asks, from the JSON that stands in it. */
final class ExplorePanes {

    private static final JsonMapper JSON = new JsonMapper();

    private ExplorePanes() {}

    static ToExplore read(Origin origin, String parameters, Scope scope, boolean keepsTime) {
        JsonNode panes = panes(origin, parameters);
        List<String> sources = new ArrayList<>();
        List<Query> queries = new ArrayList<>();
        for (JsonNode pane : panes) {
            sources.add(pane.path("datasource").asString(""));
            if (pane.path("queries").isEmpty()) {
                throw new Unreadable(origin, "a pane of Explore without a query");
            }
            pane.path("queries")
                    .forEach(target -> queries.addAll(Targets.read(origin, target, pane.path("datasource"), scope)));
        }
        return new ToExplore(origin, sources, queries, keepsTime);
    }

    private static JsonNode panes(Origin origin, String parameters) {
        String panes = Stream.of(parameters.split("&"))
                .filter(parameter -> parameter.startsWith("panes="))
                .map(parameter -> parameter.substring("panes=".length()))
                .findFirst()
                .orElseThrow(() -> new Unreadable(origin, "an address of Explore without panes"));
        try {
            return JSON.readTree(URLDecoder.decode(panes, StandardCharsets.UTF_8));
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new Unreadable(origin, "panes that do not parse: " + panes);
        }
    }
}
