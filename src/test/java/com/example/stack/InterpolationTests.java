package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.stack.Query.LogQl;
import com.example.stack.Query.PromQl;
import com.example.stack.Query.Reading;
import com.example.stack.Selection.Choice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Variables and macros get the values that Grafana gives them. */
class InterpolationTests {

    private static final Window WINDOW = Window.last(Duration.ofMinutes(15));

    @Test
    void macrosFollowTheScrapeIntervalAndThePanel() {
        assertThat(sent("rate(a[$__rate_interval]) > $__range_s", Selection.NONE))
                .isEqualTo("rate(a[40s]) > 900");
        assertThat(new Interpolation(Selection.NONE, WINDOW.with(Duration.ofMinutes(1)), Map.of())
                        .of(promql("a[$__interval] b[$__rate_interval]")))
                .isEqualTo("a[60s] b[240s]");
    }

    @Test
    void severalValuesAreARegularExpression() {
        Selection two = Selection.NONE.plus("service", Choice.list(List.of("a.b", "c")));
        assertThat(sent("{service=~\"$service\"}", two)).isEqualTo("{service=~\"(a\\\\.b|c)\"}");
        assertThat(interpolation(two).of(new LogQl(here(), "{service=~\"${service}\"}", Scope.NONE, Reading.RANGE)))
                .isEqualTo("{service=~\"a\\\\.b|c\"}");
    }

    @Test
    void anAllValueIsPutInAsItIs() {
        Selection all = Selection.NONE.plus("instance", Choice.raw(".+"));
        assertThat(sent("{instance=~\"${instance:regex}\"}", all)).isEqualTo("{instance=~\".+\"}");
    }

    @Test
    void groupsOfLabelReplaceStay() {
        assertThat(sent("label_replace(a, \"b\", \"$1\", \"c\", \"(.*)$\")", Selection.NONE))
                .contains("$1", "(.*)$");
    }

    @Test
    void aVariableThatNobodyKnowsIsAnError() {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> sent("up{service=\"$servce\"}", Selection.NONE))
                .withMessageContaining("nothing is known of $servce");
    }

    private static String sent(String text, Selection selection) {
        return interpolation(selection).of(promql(text));
    }

    private static Interpolation interpolation(Selection selection) {
        return new Interpolation(selection, WINDOW, Map.of());
    }

    private static PromQl promql(String text) {
        return new PromQl(here(), text, Scope.NONE, Reading.RANGE);
    }

    private static Origin here() {
        return new Origin("file", "place");
    }
}
