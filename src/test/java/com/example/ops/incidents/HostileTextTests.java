package com.example.ops.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.ops.MarkdownText;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words from outside stay words: in Markdown, in queries and in the database. */
class HostileTextTests {

    private final Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`` ` ``` <img src=x>",
                "a\n# heading\n- [x](javascript:alert(1))",
                "</code><script>alert(1)</script>",
                "| a | b |",
                "`"
            })
    void nothingLeavesACodeSpan(String words) {
        assertThat(MarkdownText.code(words)).startsWith("`").endsWith("`").doesNotContain("\n");
        assertThat(MarkdownText.code(words).chars().filter(sign -> sign == '`')).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
                    <b>&                     § &lt;b&gt;&amp;
                    [x](y)                   § \\[x\\](y)
                    ![i](u)                  § \\!\\[i\\](u)
                    http://a.example         § http\\://a.example
                    WWW.a.example            § WWW\\.a.example
                    # no heading             § \\# no heading
                    - no list                § \\- no list
                    === no heading           § \\=== no heading
                    12. no list              § 12\\. no list
                    3) no list               § 3\\) no list
                    It was 3.5 - not 4.      § It was 3.5 - not 4.
                    `no code` *no* _no_      § \\`no code\\` \\*no\\* \\_no\\_
                    me@example               § me\\@example
                    """)
    void everySignOfAQuotationStandsForItself(String words, String shown) {
        assertThat(MarkdownText.escaped(words)).isEqualTo(shown);
    }

    @Test
    void aQuotationIsNotLeftByALineBreak() {
        assertThat(MarkdownText.quote("one\n\n# two").lines()).allMatch(line -> line.startsWith("> "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
                    x"} or up{a="      § "x\\"} or up{a=\\""
                    x\\" or            § "x\\\\\\" or"
                    a`b                § "a`b"
                    """)
    void nothingLeavesTheQuotesOfAQuery(String words, String quoted) {
        assertThat(Queries.quoted(words)).isEqualTo(quoted);
        assertThat(Queries.complaints(new IncidentGroup("e", words))).startsWith("{service=" + quoted + ", ");
    }

    @Test
    void whatNobodySeesIsDropped() {
        String hidden = "a\u0000b\u202Ec\u2066d\u200Be\u0007f\uD800g";
        assertThat(Texts.line(hidden, 100)).isEqualTo("abcdefg");
        assertThat(Texts.line("a\r\n\tb", 100)).isEqualTo("a b");
        assertThat(Texts.lines("a\r\nb\u0000", 100)).isEqualTo("a\nb");
        assertThat(Texts.line(null, 100)).isEmpty();
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(Texts.line("x".repeat(101), 100)).hasSize(100).endsWith("x…");
        assertThat(Texts.line("😀".repeat(60), 100))
                .hasSizeLessThanOrEqualTo(100)
                .endsWith("😀…");
    }

    @Test
    void whatAnAlertLacksIsMadeUp() {
        HeardAlert alert = read(Map.of(), null, null, "firing");
        assertThat(alert.group()).isEqualTo(new IncidentGroup("unknown", "unknown"));
        assertThat(alert.name()).isEqualTo("unknown");
        assertThat(alert.sev()).isEqualTo(new Sev(4));
        assertThat(alert.startsAt()).isEqualTo(now);
        assertThat(alert.fingerprint()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "1, critical, 1",
        "4, critical, 4",
        "'', critical, 2",
        "'', warning, 3",
        "0, warning, 3",
        "x, '', 4",
        "'1 ', '', 1"
    })
    void theSevComesFromItsLabelOrFromTheSeverity(String sev, String severity, int expected) {
        assertThat(read(Map.of("sev", sev, "severity", severity), now, null, "firing")
                        .sev())
                .isEqualTo(new Sev(expected));
    }

    @Test
    void timesOutOfThisWorldAreNow() {
        assertThat(read(Map.of(), Instant.MIN, null, "firing").startsAt()).isEqualTo(now);
        assertThat(read(Map.of(), Instant.MAX, null, "firing").startsAt()).isEqualTo(now);
        assertThat(read(Map.of(), now.minusSeconds(5), Instant.parse("0001-01-01T00:00:00Z"), "resolved")
                        .endsAt())
                .isEqualTo(now);
        assertThat(read(Map.of(), now.minusSeconds(5), now.minusSeconds(9), "resolved")
                        .endsAt())
                .isEqualTo(now);
    }

    @Test
    void labelsWithoutAValueAreEmpty() {
        Map<String, String> labels = new HashMap<>();
        labels.put("service", null);
        assertThat(read(labels, now, null, "firing").group().service()).isEqualTo("unknown");
    }

    private HeardAlert read(Map<String, String> labels, Instant start, Instant end, String status) {
        return NotificationReader.read(new Notification.Alert(status, labels, null, start, end, null), "g", now);
    }
}
