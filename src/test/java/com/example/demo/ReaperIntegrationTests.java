package com.example.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real tree of processes, with a database, ended in every way that it can be ended in. */
@Tag("long")
class ReaperIntegrationTests {

    @TempDir
    private Path temporary;

    private DemoFolder folder;
    private Process launcher;
    private List<ProcessHandle> all = List.of();

    @BeforeEach
    void start() throws IOException {
        folder = new DemoFolder(temporary.resolve("demo"));
        launcher = JavaCommand.of(Launcher.class, folder.path().toString())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output").toFile())
                .start();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(folder.path().resolve("ready")));
        all = Stream.concat(launcher.descendants(), postmaster().stream()).toList();
        assertThat(all).as("demo, two children, database").hasSize(4);
    }

    @AfterEach
    void leaveNothing() {
        Processes.stop(all, Duration.ZERO);
        launcher.destroyForcibly();
    }

    @Test
    void nothingIsLeftWhenMavenIsKilled() {
        launcher.destroyForcibly();
        assertThatAllAreGone();
    }

    @Test
    void nothingIsLeftWhenTheDemoIsTerminated() {
        demo().destroy();
        assertThatAllAreGone();
    }

    @Test
    void nothingIsLeftWhenTheDemoIsKilled() {
        demo().destroyForcibly();
        assertThatAllAreGone();
    }

    @Test
    void theNextRunStopsWhatIsLeftWhenEverythingThatWatchesIsKilled() throws IOException {
        all.stream().filter(process -> !process.equals(postmaster().get(0))).forEach(ProcessHandle::destroyForcibly);
        await().until(() -> gone(demo()));
        folder.takeOver();
        assertThatAllAreGone();
        assertThat(folder.path()).isEmptyDirectory();
    }

    private void assertThatAllAreGone() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(all).allMatch(ReaperIntegrationTests::gone));
    }

    private ProcessHandle demo() {
        return launcher.children().findFirst().orElseGet(() -> all.get(0));
    }

    private List<ProcessHandle> postmaster() {
        return new Postmaster(folder.database()).process().stream().toList();
    }

    /** Also true of a process that has ended and that nobody has asked for its exit code yet. */
    private static boolean gone(ProcessHandle process) {
        Path state = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            return !process.isAlive()
                    || Files.exists(state) && Files.readString(state).contains(") Z ");
        } catch (IOException vanished) {
            return true;
        }
    }
}
