package com.example.stack;

import com.example.testing.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A board as its file says it, read for rules about how boards are drawn. */
record BoardFile(Path path, JsonNode json) {

    private static final String FOLDER = "grafana/dashboards";

    private static final JsonMapper JSON = new JsonMapper();

    static List<BoardFile> all() {
        return SourceFile.below(FOLDER).stream()
                .filter(file -> file.isNamed(".json"))
                .map(file -> new BoardFile(file.path(), JSON.readTree(file.text())))
                .toList();
    }

    String folder() {
        return path.getParent().getFileName().toString();
    }

    String name() {
        return path.getFileName().toString().replace(".json", "");
    }

    String text(String field) {
        return json.path(field).asString("");
    }

    List<String> tags() {
        return each(json.path("tags")).map(JsonNode::asString).toList();
    }

    Stream<JsonNode> variables() {
        return each(json.path("templating").path("list"));
    }

    Stream<JsonNode> annotations() {
        return each(json.path("annotations").path("list"));
    }

    Stream<JsonNode> links() {
        return each(json.path("links"));
    }

    /** Panels and rows as they stand, with those that a closed row holds. */
    List<BoardPanel> panels() {
        return each(json.path("panels"))
                .flatMap(panel -> Stream.concat(Stream.of(panel), each(panel.path("panels"))))
                .map(panel -> new BoardPanel(this, panel))
                .toList();
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
