package com.example.ops.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.example.ops.incidents.Change;
import com.example.ops.incidents.Incident;
import com.example.ops.incidents.IncidentHandling;
import com.example.ops.incidents.IncidentStatus;
import com.example.ops.incidents.Incidents;
import com.example.ops.slo.SloReports;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.server.ResponseStatusException;

@PageTest
class PagesTests {

    private static final String PAGE = "/incidents/" + PageFixtures.ID;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Incidents incidents;

    @Autowired
    private IncidentHandling handling;

    @Autowired
    private SloReports objectives;

    @Test
    void theFirstPageShowsOpenIncidentsTheWorstFirst() {
        Incident mild = PageFixtures.incident(4, IncidentStatus.INVESTIGATING, "mild-one");
        Incident grave = PageFixtures.incident(1, IncidentStatus.MONITORING, "grave-one");
        when(incidents.newest(IncidentStatus.INVESTIGATING)).thenReturn(List.of(mild));
        when(incidents.newest(IncidentStatus.MONITORING)).thenReturn(List.of(grave));
        when(objectives.current()).thenReturn(Optional.of(PageFixtures.report()));

        assertThat(get("/"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("SEV-1", "grave-one", "monitoring", "2 h 5 min", "nobody", "SEV-4", "mild-one");
    }

    @Test
    void theFirstPageShowsTheObjectives() {
        when(objectives.current()).thenReturn(Optional.of(PageFixtures.report()));

        assertThat(get("/"))
                .hasStatusOk()
                .bodyText()
                .contains("There is none.")
                .containsSubsequence("requests-availability", "99.9 %", "99.97 %", ">met<", "value=\"0.7\"", "70 %")
                .containsSubsequence("3,000 of 10,000", "12.96 of 43.2", "0.8 ×", "not in sight")
                .containsSubsequence("requests-latency", ">not met<", "value=\"0.0\"", "-18 %", "14.4 ×", "already")
                .containsSubsequence("calls-success", "no traffic");
    }

    @Test
    void withoutPrometheusTheIncidentsAreShownAllTheSame() {
        when(incidents.newest(IncidentStatus.INVESTIGATING))
                .thenReturn(List.of(PageFixtures.incident(2, IncidentStatus.INVESTIGATING, "HighErrorRate")));
        when(objectives.current()).thenReturn(Optional.empty());

        assertThat(get("/"))
                .hasStatusOk()
                .bodyText()
                .contains("Prometheus gives no reliable figures now", "HighErrorRate")
                .doesNotContain("<meter", "not met");
    }

    @Test
    void anIncidentShowsWhatIsKnownAndWhatMayBeDone() {
        when(incidents.find(PageFixtures.ID))
                .thenReturn(Optional.of(PageFixtures.details(IncidentStatus.INVESTIGATING, "svc")));

        assertThat(get(PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/runbooks/HighErrorRate\"", "No runbook.", "by u-1234", "still fires")
                .contains("<a href=\"http://localhost:3000/explore\" rel=\"noopener noreferrer\"")
                .contains("Move to identified", "Move to monitoring", "Alerts that still fire: <span>1<")
                .contains("Add the note", "Assign", "Write it down", PAGE + "/report")
                .doesNotContain("Move to resolved", "Move to investigating", "javascript:");
    }

    @Test
    void oneThatIsOverTakesNotesAndConclusionsAlone() {
        when(incidents.find(PageFixtures.ID))
                .thenReturn(Optional.of(PageFixtures.details(IncidentStatus.RESOLVED, "svc")));

        assertThat(get(PAGE))
                .bodyText()
                .contains("42 min", "Add the note", "Write it down")
                .doesNotContain("Move to", "Who takes care");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/incidents", "/incidents/7d5e0a52-6a55-4a3a-9d0e-0d6a0a4d7f10"})
    void wordsFromOutsideAreWordsEverywhere(String page) {
        Incident incident = PageFixtures.incident(2, IncidentStatus.RESOLVED, PageFixtures.HOSTILE);
        when(incidents.newest(any())).thenReturn(List.of(incident));
        when(incidents.resolved(anyInt(), anyInt())).thenReturn(List.of(incident));
        when(incidents.find(PageFixtures.ID))
                .thenReturn(Optional.of(PageFixtures.details(IncidentStatus.RESOLVED, PageFixtures.HOSTILE)));

        assertThat(get(page))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img src=x",
                        "{{1111*1111}}${1111*1111}")
                .doesNotContain("<script", "<img src=x", "javascript:", "1234321");
    }

    @Test
    void aReportIsShownAndDownloaded() {
        String report = "# SEV-2: `" + PageFixtures.HOSTILE + "`\n\n- [runbook](<http://localhost:8070/runbooks/X>)\n";
        when(incidents.report(PageFixtures.ID)).thenReturn(Optional.of(report));

        assertThat(get(PAGE + "/report"))
                .hasStatusOk()
                .bodyText()
                .contains("<h1>SEV-2:", "report.md", "href=\"http://localhost:8070/runbooks/X\"")
                .doesNotContain("<script", "<img src=x");
        assertThat(get(PAGE + "/report.md"))
                .hasStatusOk()
                .hasContentType("text/markdown;charset=UTF-8")
                .hasHeader("Content-Disposition", "attachment; filename=\"incident-" + PageFixtures.ID + ".md\"")
                .bodyText()
                .isEqualTo(report);
    }

    @Test
    void thoseThatAreOverComePageByPage() {
        Incident over = PageFixtures.incident(3, IncidentStatus.RESOLVED, "over");
        when(incidents.resolved(0, 26)).thenReturn(Collections.nCopies(26, over));
        when(incidents.resolved(25, 26)).thenReturn(Collections.nCopies(3, over));

        assertThat(get("/incidents"))
                .bodyText()
                .contains("href=\"/incidents?page=2\"")
                .doesNotContain("Newer ones");
        assertThat(get("/incidents?page=2"))
                .bodyText()
                .contains("href=\"/incidents?page=1\"")
                .doesNotContain("Older ones");
        assertThat(get("/incidents?page=-1")).hasStatusOk();
        assertThat(get("/incidents?page=999999999")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/report", "/report.md"})
    void whatIsNotThereIsAPageToo(String rest) {
        assertThat(get(PAGE + rest)).hasStatus(404).bodyText().contains("<h1>Not found</h1>");
        assertThat(get("/incidents/not-an-id" + rest)).hasStatus(404).bodyText().contains("<h1>Not found</h1>");
    }

    @Test
    void theFormsDoWhatTheySay() {
        Change done = new Change.Done(PageFixtures.incident(2, IncidentStatus.IDENTIFIED, "svc"));
        when(handling.assign(any(), any(), any())).thenReturn(done);
        when(handling.note(any(), any(), anyBoolean(), any())).thenReturn(done);
        when(handling.move(any(), any(), any())).thenReturn(done);
        when(handling.conclude(any(), any(), any(), any(), any())).thenReturn(done);

        assertThat(post("assignment", "assignee", "Ada")).hasStatus(303).hasRedirectedUrl(PAGE);
        assertThat(post("notes", "text", "Seen", "action", "true")).hasRedirectedUrl(PAGE);
        assertThat(post("status", "status", "identified")).hasRedirectedUrl(PAGE);
        assertThat(post("resolution", "root-cause", "A", "resolution", "B", "began-at", "2026-11-22T09:30"))
                .hasRedirectedUrl(PAGE);

        verify(handling).assign(PageFixtures.ID, "Ada", "ada");
        verify(handling).note(PageFixtures.ID, "Seen", true, "ada");
        verify(handling).move(PageFixtures.ID, IncidentStatus.IDENTIFIED, "ada");
        verify(handling)
                .conclude(eq(PageFixtures.ID), eq("A"), eq("B"), eq(Instant.parse("2026-11-22T09:30:00Z")), eq("ada"));
    }

    @ParameterizedTest
    @CsvSource({
        "assignment, assignee, '', empty",
        "assignment, assignee, ' ', empty",
        "notes, text, '', empty",
        "status, status, '', moved",
        "status, status, over, moved",
        "resolution, root-cause, x, empty"
    })
    void aFormWithoutItsTextChangesNothing(String form, String field, String text, String word) {
        assertThat(post(form, field, text)).hasStatus(303).hasRedirectedUrl(PAGE + "?trouble=" + word);
        verifyNoInteractions(handling);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2126-01-01T00:00", "0206-11-22T09:30", "yesterday", "2026-11-22"})
    void whatBeganInTheFutureOrLongAgoChangesNothing(String beganAt) {
        assertThat(post("resolution", "root-cause", "A", "resolution", "B", "began-at", beganAt))
                .hasRedirectedUrl(PAGE + "?trouble=time");
        verifyNoInteractions(handling);
    }

    @Test
    void aTextThatIsTooLongChangesNothing() {
        when(handling.note(any(), any(), anyBoolean(), any())).thenReturn(new Change.NoSuchIncident());

        assertThat(post("notes", "text", "x".repeat(4_001))).hasRedirectedUrl(PAGE + "?trouble=long");
        verifyNoInteractions(handling);
        assertThat(post("notes", "text", "\r\n".repeat(3_999) + "x")).hasStatus(404);
    }

    @Test
    void aMoveThatIsNotLegalAnyMoreIsTold() {
        when(incidents.find(PageFixtures.ID))
                .thenReturn(Optional.of(PageFixtures.details(IncidentStatus.RESOLVED, "svc")));
        when(handling.move(any(), any(), any()))
                .thenReturn(new Change.IllegalMove(IncidentStatus.RESOLVED, IncidentStatus.MONITORING));

        assertThat(post("status", "status", "monitoring")).hasRedirectedUrl(PAGE + "?trouble=moved");
        assertThat(get(PAGE + "?trouble=moved"))
                .bodyText()
                .contains("role=\"alert\">Nothing was changed: the incident is not");
    }

    @Test
    void aFaultOfOursIsToldAsAPageThatTellsNothingOfIt() {
        when(incidents.newest(any())).thenThrow(new IllegalStateException("SELECT secret"));

        assertThat(get("/"))
                .hasStatus(500)
                .bodyText()
                .contains("<h1>It did not work</h1>", "fault of ours", "/runbooks")
                .doesNotContain("secret", "IllegalState");
    }

    @Test
    void whatCannotBeAskedForInThisWayIsAPageToo() {
        when(incidents.newest(any())).thenThrow(new ResponseStatusException(HttpStatus.BAD_REQUEST));

        assertThat(get("/"))
                .hasStatus(400)
                .bodyText()
                .contains("<h1>It did not work</h1>", "in this way")
                .doesNotContain("fault of ours");
    }

    @Test
    void aDatabaseThatIsAwayIsToldAsAPage() {
        when(incidents.newest(any())).thenThrow(new DataAccessResourceFailureException("SELECT secret"));

        assertThat(get("/"))
                .hasStatus(503)
                .bodyText()
                .contains("<h1>Not now</h1>", "/runbooks")
                .doesNotContain("SELECT");
    }

    @Test
    void nobodyElseFillsInAForm() {
        assertThat(pages.post()
                        .uri(PAGE + "/notes")
                        .with(user("ada").roles("OPERATOR"))
                        .param("text", "x"))
                .hasStatus(403);
        assertThat(pages.post()
                        .uri(PAGE + "/notes")
                        .with(user("eve").roles("VISITOR"))
                        .with(form())
                        .param("text", "x"))
                .hasStatus(403);
        assertThat(pages.post().uri(PAGE + "/notes").with(form()).param("text", "x"))
                .hasRedirectedUrl("/login");
        verifyNoInteractions(handling);
    }

    private MvcTestResult get(String page) {
        return pages.get().uri(page).with(user("ada").roles("OPERATOR")).exchange();
    }

    private MvcTestResult post(String form, String... fields) {
        var request = pages.post()
                .uri(PAGE + "/" + form)
                .with(user("ada").roles("OPERATOR"))
                .with(form());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private Form form() {
        return Form.of(pages.get().uri("/login").exchange());
    }
}
