package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** An alert may look at what has not happened yet, but not at what the documents do not know. */
class MayBeAbsentTests {

    private final MayBeAbsent absent = MayBeAbsent.of(Repository.here());

    @ParameterizedTest
    @CsvSource({
        "http_server_requests_seconds_count, outcome, =, SERVER_ERROR, true",
        "http_server_requests_seconds_count, outcome, =, SERVER_EROR, false",
        "http_server_requests_seconds_count, outcom, =, SERVER_ERROR, false",
        "http_server_requests_seconds_sum, service, =, any, true",
        "security_logins_total, outcome, =~, failure|throttled, true",
        "security_logins_total, outcome, =~, failure|throtled, false",
        "security_access_refused_calls_total, policy, =, any, true",
        "security_access_refused_total, policy, =, any, false",
        "tempo_discarded_spans_total, reason, =, any, true"
    })
    void whatMayComeIsDocumented(String metric, String label, String type, String value, boolean may) {
        String selector = """
                {"name": "%s", "matchers": [{"name": "__name__", "type": "=", "value": "%1$s"},
                                            {"name": "%s", "type": "%s", "value": "%s"}]}""".formatted(metric, label, type, value);
        assertThat(absent.mayCome(new JsonMapper().readTree(selector))).isEqualTo(may);
    }
}
