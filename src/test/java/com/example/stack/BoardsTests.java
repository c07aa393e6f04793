package com.example.stack;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Boards are drawn alike: each panel says what it shows, what to look for and where to go from there. */
class BoardsTests {

    private static final List<BoardFile> BOARDS = BoardFile.all();

    private static final List<BoardPanel> PANELS =
            BOARDS.stream().flatMap(board -> board.panels().stream()).toList();

    /** The variables that links between boards carry. */
    private static final List<String> CARRIED = List.of("environment", "service", "instance");

    @Test
    void thereAreBoards() {
        assertThat(BOARDS.stream().filter(board -> board.folder().equals("template")))
                .hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void aBoardIsNamedAfterItsFile() {
        assertThat(BOARDS.stream().filter(board -> !board.text("uid").equals(board.name())))
                .as("links find a board by uid, people by file")
                .isEmpty();
        assertThat(repeated(BOARDS, board -> board.text("uid"))).isEmpty();
        assertThat(repeated(BOARDS, board -> board.text("title"))).isEmpty();
    }

    @Test
    void aBoardIsReadOnlyAndOpensOnTheLastMinutes() {
        assertThat(BOARDS.stream()
                        .filter(board -> board.json().path("editable").asBoolean(true)
                                || board.json().has("id")
                                || !board.text("refresh").equals("10s")
                                || !Set.of("now-30m", "now-15m")
                                        .contains(board.json()
                                                .path("time")
                                                .path("from")
                                                .asString(""))))
                .as("editable: false, no id, refresh: 10s, from: now-30m or now-15m")
                .isEmpty();
    }

    @Test
    void aBoardSaysWhatItIsFor() {
        assertThat(BOARDS.stream().filter(board -> board.text("description").isBlank()))
                .isEmpty();
        assertThat(BOARDS.stream()
                        .filter(board ->
                                !board.tags().contains(board.folder().equals("template") ? "template" : "domain")))
                .as("boards are listed by the tags template and domain")
                .isEmpty();
    }

    @Test
    void linksBetweenBoardsKeepTimeAndVariables() {
        assertThat(BOARDS.stream().filter(board -> board.links().findAny().isEmpty()))
                .isEmpty();
        assertThat(BOARDS.stream().filter(board -> !board.links().allMatch(BoardsTests::keepsTimeAndVariables)))
                .isEmpty();
    }

    private static boolean keepsTimeAndVariables(JsonNode link) {
        return link.path("keepTime").asBoolean(false)
                && link.path("includeVars").asBoolean(false);
    }

    @Test
    void boardsShareTheVariablesThatLinksCarry() {
        assertThat(BOARDS.stream().filter(board -> !names(board).containsAll(CARRIED)))
                .as("without one of %s", CARRIED)
                .isEmpty();
        assertThat(BOARDS.stream()
                        .flatMap(BoardFile::variables)
                        .filter(variable -> variable.path("includeAll").asBoolean(false))
                        .filter(variable ->
                                !variable.path("allValue").asString("").equals(".+")))
                .as("All means any value, not a list of those known")
                .isEmpty();
    }

    private static List<String> names(BoardFile board) {
        return board.variables()
                .map(variable -> variable.path("name").asString(""))
                .toList();
    }

    @Test
    void dataSourcesAreVariables() {
        assertThat(BOARDS.stream().flatMap(BoardsTests::dataSourcesOtherThanVariables))
                .isEmpty();
        assertThat(BOARDS.stream()
                        .flatMap(BoardFile::variables)
                        .filter(variable -> variable.path("type").asString("").equals("datasource"))
                        .filter(variable -> variable.path("hide").asInt(0) != 2))
                .as("nobody has to choose a data source")
                .isEmpty();
    }

    @Test
    void linksNameVariablesOfTheirBoardAndOfTheOneTheyLeadTo() {
        Map<String, List<String>> boards =
                BOARDS.stream().collect(Collectors.toMap(BoardFile::name, BoardsTests::names));
        assertThat(PANELS.stream()
                        .flatMap(panel -> panel.variablesInLinks()
                                .filter(name -> !names(panel.board()).contains(name))
                                .map(name -> panel + " has no " + name)))
                .as("Grafana leaves what it does not know in the address as it stands")
                .isEmpty();
        assertThat(PANELS.stream()
                        .flatMap(panel -> panel.variablesHandedOver()
                                .filter(handed -> !boards.getOrDefault(handed.board(), List.of())
                                        .contains(handed.variable()))
                                .map(handed -> panel + " hands over " + handed)))
                .isEmpty();
    }

    /** Of panels, queries, annotations and variables, those that are none of the board's own variables. */
    private static Stream<String> dataSourcesOtherThanVariables(BoardFile board) {
        Stream<JsonNode> ofPanels = board.panels().stream()
                .filter(BoardPanel::showsData)
                .flatMap(panel -> Stream.concat(Stream.of(panel.json()), panel.targets()));
        Stream<JsonNode> ofVariables = board.variables()
                .filter(variable -> variable.path("type").asString("").equals("query"));
        List<String> own = names(board).stream().map("${%s}"::formatted).toList();
        return Stream.of(ofPanels, board.annotations(), ofVariables)
                .flatMap(all -> all)
                .map(node -> node.path("datasource").path("uid").asString("none"))
                .filter(Predicate.not(own::contains))
                .map(uid -> board + " asks " + uid);
    }

    @Test
    void idsAreUniqueOnABoard() {
        assertThat(BOARDS.stream()
                        .flatMap(board ->
                                repeated(
                                        board.panels(),
                                        panel -> board + " " + panel.json().path("id"))
                                        .stream()))
                .isEmpty();
        assertThat(PANELS.stream()
                        .filter(panel -> !repeated(panel.targets().toList(), BoardsTests::reference)
                                .isEmpty()))
                .as("queries of a panel with the same refId")
                .isEmpty();
    }

    private static String reference(JsonNode target) {
        return target.path("refId").asString("");
    }

    @Test
    void aPanelSaysWhatItShowsAndWhatToDo() {
        assertThat(PANELS.stream().filter(panel -> panel.text("title").isBlank()))
                .isEmpty();
        assertThat(PANELS.stream().filter(Predicate.not(BoardPanel::isExplained)))
                .as("what it is, and what to look for or to do: at least two sentences")
                .isEmpty();
    }

    @Test
    void numbersHaveAUnit() {
        assertThat(PANELS.stream()
                        .filter(BoardPanel::showsNumbers)
                        .filter(panel ->
                                panel.defaults().path("unit").asString("").isEmpty()))
                .isEmpty();
    }

    @Test
    void whatIsJudgedAtAGlanceHasThresholds() {
        assertThat(PANELS.stream()
                        .filter(BoardPanel::judges)
                        .filter(panel -> panel.defaults()
                                .path("thresholds")
                                .path("steps")
                                .isEmpty()))
                .isEmpty();
    }

    @Test
    void ratesTakeTheWindowThatFitsTheScreen() {
        assertThat(PANELS.stream()
                        .flatMap(panel -> panel.unexplainedWindows().map(window -> panel + ": [" + window + "]")))
                .as("$__rate_interval, or a window that the title or description names")
                .isEmpty();
    }

    @Test
    void quantilesLeadToTraces() {
        assertThat(PANELS.stream().filter(BoardPanel::hidesExemplars))
                .as("exemplar: true on one of the queries")
                .isEmpty();
    }

    @Test
    void everyPanelLeadsOnward() {
        assertThat(PANELS.stream()
                        .filter(BoardPanel::showsData)
                        .filter(panel -> panel.links().findAny().isEmpty()))
                .isEmpty();
        Set<String> uids = BOARDS.stream().map(board -> board.text("uid")).collect(Collectors.toSet());
        assertThat(PANELS.stream()
                        .flatMap(panel -> panel.boardsLinkedTo()
                                .filter(uid -> !uids.contains(uid))
                                .map(uid -> panel + " links to " + uid)))
                .as("boards that do not exist")
                .isEmpty();
    }

    @Test
    void timeSeriesTellAllValuesAtATimeTheGreatestFirst() {
        assertThat(PANELS.stream().filter(BoardPanel::isTimeSeries).filter(panel -> {
                    JsonNode options = panel.json().path("options");
                    return !options.path("tooltip").path("mode").asString("").equals("multi")
                            || !options.path("tooltip")
                                    .path("sort")
                                    .asString("")
                                    .equals("desc")
                            || !options.path("legend").path("showLegend").asBoolean(false);
                }))
                .as("tooltip: multi and desc, with a legend")
                .isEmpty();
    }

    @Test
    void panelsStandInRowsBesideEachOther() {
        assertThat(BOARDS.stream().filter(board -> !board.panels().getFirst().isRow()))
                .as("a board begins with a row")
                .isEmpty();
        assertThat(PANELS.stream().filter(panel -> panel.left() < 0 || panel.right() > 24))
                .as("outside of the 24 columns")
                .isEmpty();
        Set<String> overlapping = new HashSet<>();
        BOARDS.forEach(board -> board.panels()
                .forEach(one -> board.panels().stream()
                        .filter(other -> !other.equals(one) && one.overlaps(other))
                        .forEach(other -> overlapping.add(one + " and " + other))));
        assertThat(overlapping).isEmpty();
    }

    private static <T> List<String> repeated(List<T> all, Function<T, String> name) {
        return all.stream().collect(groupingBy(name, counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
