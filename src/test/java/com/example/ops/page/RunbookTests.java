package com.example.ops.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class RunbookTests {

    @Autowired
    private MockMvcTester pages;

    @Test
    void anyoneReadsARunbook() {
        assertThat(pages.get().uri("/runbooks/HighErrorRate"))
                .hasStatusOk()
                .bodyText()
                .contains("<h1>HighErrorRate</h1>", "<td>5 %</td>", "rate(http_server_requests_seconds_count")
                .contains("<title>HighErrorRate · Ops</title>");
        assertThat(pages.get().uri("/runbooks"))
                .hasStatusOk()
                .bodyText()
                .contains("<a href=\"/runbooks/HighErrorRate\">HighErrorRate</a>");
    }

    @Test
    void nothingInItIsObeyed() {
        assertThat(pages.get().uri("/runbooks/HighErrorRate"))
                .bodyText()
                .contains("&lt;script&gt;alert(&quot;runbook&quot;)&lt;/script&gt;")
                .doesNotContain("<script", "javascript:");
    }

    @Test
    void itsLinksLeadToPagesAlone() {
        assertThat(pages.get().uri("/runbooks/HighErrorRate"))
                .bodyText()
                .contains("href=\"/runbooks/HighLatency\"")
                .containsPattern(
                        "<a (?=[^>]*rel=\"noopener noreferrer\")[^>]*href=\"http://localhost:3000/d/service/service\"")
                .contains(">a file</a>")
                .doesNotContain("other.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runbooks/None",
                "/runbooks/highErrorRate",
                "/runbooks/HighErrorRate.md",
                "/runbooks/..",
                "/runbooks/.",
                "/runbooks/%2e%2e%2fHighErrorRate",
                "/runbooks/High%00ErrorRate",
                "/runbooks/HighErrorRate/x",
                "/runbooks/<script>"
            })
    void anyOtherNameIsNotThere(String path) {
        MvcTestResult answer = pages.get()
                .uri(URI.create(path.replace("<", "%3C").replace(">", "%3E")))
                .exchange();

        assertThat(answer.getResponse().getStatus()).isIn(400, 404);
        assertThat(answer).bodyText().doesNotContain("<script", "Meaning");
    }

    @Test
    void whatIsNotThereIsToldAsAPage() {
        assertThat(pages.get().uri("/runbooks/None"))
                .hasStatus(404)
                .bodyText()
                .contains("<h1>Not found</h1>", "href=\"/runbooks\"");
    }

    @Test
    void whatLeadsOutOfTheFolderIsNotRead(@TempDir Path folder) throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "secret");
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("Linked.md"), outside);
        Files.createDirectory(inside.resolve("Folder.md"));
        Files.writeString(inside.resolve("README.txt"), "no runbook");
        Files.write(inside.resolve("Large.md"), new byte[256 * 1024 + 1]);
        Files.writeString(inside.resolve("Good.md"), "# Good");

        RunbookFolder runbooks = new RunbookFolder(inside);

        assertThat(runbooks.names()).containsExactly("Good");
        assertThat(runbooks.find("Good")).contains("# Good");
        assertThat(runbooks.find("Linked")).isEmpty();
        assertThat(runbooks.find("Folder")).isEmpty();
        assertThat(runbooks.find("Large")).isEmpty();
        assertThat(runbooks.find("../outside")).isEmpty();
    }

    @Test
    void withoutAFolderThereAreNone(@TempDir Path folder) {
        assertThat(new RunbookFolder(null).names()).isEmpty();
        assertThat(new RunbookFolder(null).find("Good")).isEmpty();
        assertThat(new RunbookFolder(folder.resolve("none")).names()).isEmpty();
    }
}
