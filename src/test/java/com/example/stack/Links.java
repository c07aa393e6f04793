package com.example.stack;

import com.example.stack.Link.Elsewhere;
import com.example.stack.Link.ToBoard;
import com.example.stack.Link.ToTags;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The links of a board, a panel and a panel's data. */
final class Links {

    private static final Pattern BOARD = Pattern.compile("/d/([^/?]+)[^?]*(?:\\?(.*))?", Pattern.DOTALL);

    private static final Pattern VARIABLE = Pattern.compile("var-([\\w-]+)=|\\$\\{([\\w-]+):queryparam}");

    private static final Pattern DATA = Pattern.compile("\\$\\{__(data|field|value|series)\\b");

    private Links() {}

    static Stream<Link> ofBoard(Origin board, JsonNode json) {
        return Board.stream(json.path("links")).map(link -> {
            Origin origin =
                    new Origin(board.file(), "link " + link.path("title").asString(""));
            boolean variables = link.path("includeVars").asBoolean(false);
            boolean time = link.path("keepTime").asBoolean(false);
            return switch (link.path("type").asString("")) {
                case "dashboards" -> new ToTags(origin, texts(link.path("tags")), variables, time);
                case "link" -> read(origin, link.path("url").asString(""), Scope.NONE, variables, time);
                case String other -> throw new Unreadable(origin, "a link of type '" + other + "'");
            };
        });
    }

    static Stream<Link> ofPanel(Origin panel, JsonNode json, Scope scope) {
        return Stream.of(
                        Board.stream(json.path("links")),
                        Board.stream(json.path("options").path("dataLinks")),
                        Board.stream(json.path("fieldConfig").path("defaults").path("links")),
                        Board.stream(json.path("fieldConfig").path("overrides"))
                                .flatMap(override -> Board.stream(override.path("properties")))
                                .filter(property ->
                                        property.path("id").asString("").equals("links"))
                                .flatMap(property -> Board.stream(property.path("value"))))
                .flatMap(links -> links)
                .map(link -> read(
                        panel.at("link " + link.path("title").asString("")),
                        link.path("url").asString(""),
                        scope,
                        link.path("includeVars").asBoolean(false),
                        link.path("keepTime").asBoolean(false)));
    }

    private static Link read(Origin origin, String url, Scope scope, boolean keepsVariables, boolean keepsTime) {
        boolean time = keepsTime || url.contains("__url_time_range") || url.contains("${__from}");
        if (url.startsWith("/explore?")) {
            return explore(origin, url, scope, time);
        }
        Matcher board = BOARD.matcher(url);
        if (board.matches()) {
            String parameters = board.group(2) == null ? "" : board.group(2);
            boolean all = keepsVariables || parameters.contains("__all_variables");
            return new ToBoard(origin, board.group(1), variables(parameters), all, time);
        }
        if (url.startsWith("https://") || url.startsWith("http://") || url.startsWith("/alerting/")) {
            return new Elsewhere(origin, url);
        }
        throw new Unreadable(origin, "a link to '" + url + "'");
    }

    /** The same link on several panels is one, unless a row of the panel's data goes into it. */
    private static Link explore(Origin origin, String url, Scope scope, boolean time) {
        String parameters = url.substring("/explore?".length());
        if (DATA.matcher(url).find()) {
            return ExplorePanes.read(origin, parameters, scope, time);
        }
        Origin board = new Origin(origin.file(), origin.place().replaceFirst(".*(?=link )", ""));
        return ExplorePanes.read(board, parameters, Scope.of(scope.variables()), time);
    }

    private static List<String> variables(String parameters) {
        return VARIABLE.matcher(parameters)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return Board.stream(array).map(JsonNode::asString).toList();
    }
}
