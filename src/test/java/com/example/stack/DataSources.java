package com.example.stack;

import com.example.stack.Query.LogQl;
import com.example.stack.Query.PromQl;
import com.example.stack.Query.Reading;
import com.example.testing.SourceFile;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The data sources as Grafana reads them from their files. */
record DataSources(String file, List<JsonNode> all) {

    /** Grafana takes a dollar for the name of an environment variable, and two for one. */
    private static final Pattern SINGLE_DOLLAR = Pattern.compile("(?<!\\$)(\\$\\$)*\\$(?=[A-Za-z0-9_{])");

    static Stream<DataSources> in(Repository repository) {
        return repository
                .files("grafana/provisioning/datasources", ".yaml", ".yml")
                .map(file -> read(file, repository.name(file)));
    }

    static DataSources read(SourceFile file, String name) {
        file.lines()
                .filter(line -> SINGLE_DOLLAR
                        .matcher(line.text().replaceFirst("^\\s*#.*|\\s#\\s.*", ""))
                        .find())
                .findFirst()
                .ifPresent(line -> {
                    throw new Unreadable(new Origin(name, "data sources"), "a single $ in " + line);
                });
        SourceFile unescaped = new SourceFile(file.path(), file.text().replace("$$", "$"));
        return new DataSources(
                name, Board.stream(Yaml.read(unescaped).path("datasources")).toList());
    }

    /** The queries that a span leads to. */
    Stream<Query> queries() {
        return all.stream().flatMap(source -> Stream.concat(logs(source), metrics(source)));
    }

    /** The settings of the data source of a type. */
    JsonNode settings(String type) {
        return all.stream()
                .filter(source -> source.path("type").asString("").equals(type))
                .map(source -> source.path("jsonData"))
                .findFirst()
                .orElseThrow(() -> new Unreadable(new Origin(file, "data sources"), "none of type " + type));
    }

    /** Throws unless the link leads to a data source of the type. */
    void require(JsonNode link, String type) {
        String uid = link.path("datasourceUid").asString("");
        boolean found = all.stream()
                .anyMatch(source -> source.path("uid").asString("").equals(uid)
                        && source.path("type").asString("").equals(type));
        if (!found) {
            throw new Unreadable(new Origin(file, "data sources"), "a link to '" + uid + "', which is no " + type);
        }
    }

    private Stream<Query> logs(JsonNode source) {
        JsonNode link = source.path("jsonData").path("tracesToLogsV2");
        return link.path("customQuery").asBoolean(false)
                ? Stream.of(new LogQl(
                        origin(source, "tracesToLogs"), link.path("query").asString(), Scope.NONE, Reading.FOLLOWED))
                : Stream.empty();
    }

    private Stream<Query> metrics(JsonNode source) {
        return Board.stream(source.path("jsonData").path("tracesToMetrics").path("queries"))
                .map(query -> new PromQl(
                        origin(source, "tracesToMetrics " + query.path("name").asString("")),
                        query.path("query").asString(""),
                        Scope.NONE,
                        Reading.FOLLOWED));
    }

    private Origin origin(JsonNode source, String place) {
        return new Origin(file, source.path("name").asString("") + " " + place);
    }
}
