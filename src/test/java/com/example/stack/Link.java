package com.example.stack;

import java.util.List;
import java.util.stream.Stream;

/** Where a click leads. */
sealed interface Link {

    Origin origin();

    default Stream<Query> queries() {
        return Stream.empty();
    }

    /**
     * To a board by its uid.
     *
     * @param variables those that the address hands over; empty with all of them kept
     * @param keepsTime whether the same time is shown there
     */
    record ToBoard(Origin origin, String uid, List<String> variables, boolean keepsVariables, boolean keepsTime)
            implements Link {}

    /** To every board with the tags. */
    record ToTags(Origin origin, List<String> tags, boolean keepsVariables, boolean keepsTime) implements Link {}

    /** To Explore, with queries of its own. */
    record ToExplore(Origin origin, List<String> dataSources, List<Query> asked, boolean keepsTime) implements Link {

        @Override
        public Stream<Query> queries() {
            return asked.stream();
        }
    }

    /** Out of Grafana, or to a page of it that shows no data of ours. */
    record Elsewhere(Origin origin, String url) implements Link {}
}
