package com.example.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The processes of one run. Whatever ends this JVM or the one that started it ends all of them within 10 s. */
final class DemoProcesses {

    private static final Duration CHILDREN = Duration.ofSeconds(5);

    /** Leaves the database the time to be stopped by force. */
    private static final Duration ALL = Duration.ofSeconds(6);

    private final DemoFolder folder;
    private final List<ChildJvm> children = new CopyOnWriteArrayList<>();

    private DemoProcesses(DemoFolder folder) {
        this.folder = folder;
    }

    /** Takes the folder over and begins to watch. */
    static DemoProcesses begin(DemoFolder folder) throws IOException {
        folder.takeOver();
        ProcessHandle.current().parent().ifPresent(parent -> folder.processes().add(ProcessList.LAUNCHER, parent));
        folder.processes().add(ProcessList.MAIN, ProcessHandle.current());
        DemoProcesses processes = new DemoProcesses(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(processes::stop, "stop-children"));
        ParentWatch.start(ParentWatch.parent(), () -> System.exit(0));
        return processes;
    }

    ChildJvm start(String name, Map<String, String> environment, Class<?> main, String... arguments)
            throws IOException {
        ChildJvm child = ChildJvm.start(folder, name, environment, main, arguments);
        children.add(child);
        return child;
    }

    /** Runs beside the hook that closes the application here and, after it, the database. */
    private void stop() {
        Deadline.haltAfter(ALL, new Postmaster(folder.database())::stop);
        Processes.stop(children.stream().map(ChildJvm::handle).toList(), CHILDREN);
    }
}
