package com.example.stack;

import static com.example.stack.BoardFile.each;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A panel of a board, and what it must say to whoever looks at it. */
record BoardPanel(BoardFile board, JsonNode json) {

    private static final Set<String> WITHOUT_DATA = Set.of("row", "text", "dashlist", "alertlist");

    private static final Set<String> WITHOUT_NUMBERS = Set.of("logs", "nodeGraph", "traces");

    private static final Set<String> JUDGING = Set.of("stat", "gauge", "bargauge");

    private static final Pattern WINDOW =
            Pattern.compile("\\b(?:rate|irate|increase|delta)\\([^\\[]*\\[([^]:]+)]", Pattern.DOTALL);

    private static final Pattern LEADS_TO = Pattern.compile("/d/([\\w-]+)");

    private static final Pattern USED = Pattern.compile("\\$\\{?(\\w+)");

    private static final Pattern SET = Pattern.compile("[?&]var-([\\w-]+)=");

    private static final Set<String> CHOSEN_BY_GRAFANA = Set.of("$__rate_interval", "$__range", "$__auto");

    String type() {
        return text("type");
    }

    String text(String field) {
        return json.path(field).asString("");
    }

    boolean isRow() {
        return type().equals("row");
    }

    boolean isTimeSeries() {
        return type().equals("timeseries");
    }

    boolean showsData() {
        return !WITHOUT_DATA.contains(type());
    }

    boolean showsNumbers() {
        return showsData() && !WITHOUT_NUMBERS.contains(type());
    }

    boolean judges() {
        return JUDGING.contains(type());
    }

    /** A sentence that says what it is, and another that says what to look for or to do. */
    boolean isExplained() {
        return isRow() || text("description").split("[.:!?](\\s|$)").length > (showsData() ? 1 : 0);
    }

    Stream<JsonNode> targets() {
        return each(json.path("targets"));
    }

    Stream<String> expressions() {
        return targets().map(target -> target.path("expr").asString("")).filter(expression -> !expression.isEmpty());
    }

    JsonNode defaults() {
        return json.path("fieldConfig").path("defaults");
    }

    /** Its own links and those of its data. */
    Stream<JsonNode> links() {
        Stream<JsonNode> overridden = each(json.path("fieldConfig").path("overrides"))
                .flatMap(override -> each(override.path("properties")))
                .filter(property -> property.path("id").asString("").equals("links"))
                .flatMap(property -> each(property.path("value")));
        return Stream.of(each(json.path("links")), each(defaults().path("links")), overridden)
                .flatMap(links -> links);
    }

    /** Windows of rates that Grafana does not choose and of which neither title nor description speaks. */
    Stream<String> unexplainedWindows() {
        String told = text("title") + " " + text("description");
        return expressions()
                .flatMap(expression -> WINDOW.matcher(expression).results())
                .map(match -> match.group(1))
                .filter(window -> !CHOSEN_BY_GRAFANA.contains(window))
                .filter(window -> !Pattern.compile("\\b" + Pattern.quote(window) + "\\b")
                        .matcher(told)
                        .find())
                .distinct();
    }

    /**
     * Whether it draws a quantile of a histogram over time without the traces behind it; Loki and Tempo attach none to
     * the durations of their own requests.
     */
    boolean hidesExemplars() {
        return isTimeSeries()
                && expressions()
                        .filter(expression -> expression.contains("histogram_quantile"))
                        .anyMatch(expression -> !expression.matches("(?s).*\\b(loki|tempo)_request_.*"))
                && targets().noneMatch(target -> target.path("exemplar").asBoolean(false));
    }

    boolean overlaps(BoardPanel other) {
        return left() < other.right() && other.left() < right() && top() < other.bottom() && other.top() < bottom();
    }

    int left() {
        return position("x");
    }

    int right() {
        return left() + position("w");
    }

    int top() {
        return position("y");
    }

    int bottom() {
        return top() + position("h");
    }

    private int position(String side) {
        return json.path("gridPos").path(side).asInt(-1);
    }

    /** Boards that it links to, by uid. */
    Stream<String> boardsLinkedTo() {
        String content = json.path("options").path("content").asString("");
        return Stream.concat(addresses(), Stream.of(content))
                .flatMap(text -> LEADS_TO.matcher(text).results())
                .map(match -> match.group(1));
    }

    /** Variables of its own board that go into the addresses of its links, without those that Grafana makes. */
    Stream<String> variablesInLinks() {
        return addresses()
                .flatMap(address -> USED.matcher(address).results())
                .map(match -> match.group(1))
                .filter(name -> !name.startsWith("__"))
                .distinct();
    }

    /** Variables of other boards that its links set. */
    Stream<Handed> variablesHandedOver() {
        return addresses().flatMap(address -> {
            Matcher board = LEADS_TO.matcher(address);
            return board.find()
                    ? SET.matcher(address).results().map(set -> new Handed(board.group(1), set.group(1)))
                    : Stream.empty();
        });
    }

    private Stream<String> addresses() {
        return links().map(link -> link.path("url").asString(""));
    }

    /** A variable that a link gives a board. */
    record Handed(String board, String variable) {}

    @Override
    public String toString() {
        return board + ", panel " + json.path("id") + " '" + text("title") + "'";
    }
}
