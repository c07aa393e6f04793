package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.stack.Link.ToBoard;
import com.example.stack.Link.ToTags;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every query and every link is read, wherever it stands; what can be said of them without a backend is said here. */
class QueryInventoryTests {

    private static final double RIGHTLY_EMPTY_AT_MOST = 0.1;

    private final Inventory inventory = Inventory.of(Repository.here());

    private final RightlyEmpty rightlyEmpty = RightlyEmpty.of(inventory);

    @Test
    void thereIsSomethingToAsk() {
        assertThat(inventory.boards()).isNotEmpty();
        assertThat(inventory.dataSources()).isNotEmpty();
        assertThat(inventory.queries()).isNotEmpty();
    }

    @Test
    void everyQueryHasANameOfItsOwn() {
        assertThat(inventory.repeatedOrigins()).isEmpty();
    }

    @Test
    void theRightlyEmptyAreQueriesThatThereAre() {
        assertThat(rightlyEmpty.stale(inventory.queries())).isEmpty();
    }

    @Test
    void theRightlyEmptyAreFew() {
        assertThat((double) rightlyEmpty.scenarios().size())
                .as("of %d queries", inventory.queries().size())
                .isLessThanOrEqualTo(RIGHTLY_EMPTY_AT_MOST * inventory.queries().size());
    }

    @Test
    void linksBetweenBoardsLeadToBoards() {
        Map<String, Board> boards = inventory.boards().stream().collect(Collectors.toMap(Board::uid, board -> board));
        assertThat(links(ToBoard.class)).isNotEmpty();
        assertThat(links(ToBoard.class).filter(link -> !boards.containsKey(link.uid())))
                .isEmpty();
        assertThat(links(ToTags.class)
                        .filter(link -> inventory.boards().stream()
                                .noneMatch(board -> board.tags().containsAll(link.tags()))))
                .isEmpty();
    }

    @Test
    void linksBetweenBoardsKeepTimeAndVariables() {
        assertThat(links(ToBoard.class)
                        .filter(link -> !link.keepsTime()
                                || !(link.keepsVariables() || !link.variables().isEmpty())))
                .isEmpty();
        assertThat(links(ToTags.class).filter(link -> !link.keepsTime() || !link.keepsVariables()))
                .isEmpty();
    }

    @Test
    void linksHandOverVariablesThatTheOtherBoardHas() {
        Map<String, Set<String>> variables = inventory.boards().stream()
                .collect(Collectors.toMap(
                        Board::uid,
                        board -> board.variables().stream().map(Variable::name).collect(Collectors.toSet())));
        assertThat(links(ToBoard.class)
                        .filter(link ->
                                !variables.getOrDefault(link.uid(), Set.of()).containsAll(link.variables())))
                .isEmpty();
    }

    @Test
    void linksToExploreNameDataSourcesThatThereAre() {
        List<String> known = inventory.dataSources().stream()
                .flatMap(sources -> sources.all().stream())
                .map(source -> source.path("uid").asString(""))
                .toList();
        assertThat(links(Link.ToExplore.class)
                        .filter(link -> !link.dataSources().stream()
                                .allMatch(source -> known.contains(source.replaceAll("[${}]", "")))))
                .isEmpty();
        assertThat(links(Link.ToExplore.class).filter(link -> !link.keepsTime()))
                .isEmpty();
    }

    private <T extends Link> Stream<T> links(Class<T> kind) {
        return inventory.boards().stream()
                .flatMap(Board::links)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
