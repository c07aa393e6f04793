package com.example.demo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** The main class of a further JVM: runs another main class and ends, with the database, when its parent is gone. */
final class Child {

    private static final String PARENT = "DEMO_PARENT";

    private static final String DATABASE = "DEMO_DATABASE";

    /** As long as a server that was only being started may take to write its pid file. */
    private static final Duration DATABASE_SWEEP = Duration.ofSeconds(3);

    private Child() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        ParentWatch.start(Long.parseLong(System.getenv(PARENT)), Child::orphaned);
        Method main = Class.forName(args[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException failed) {
            failed.getCause().printStackTrace();
            System.exit(1);
        }
    }

    /** What tells a child whom to watch and which database to stop. */
    static Map<String, String> environment(DemoFolder folder) {
        return Map.of(
                PARENT, Long.toString(ProcessHandle.current().pid()),
                DATABASE, folder.database().toString());
    }

    private static void orphaned() {
        Deadline.haltAfter(Duration.ofSeconds(8), () -> {});
        new Postmaster(Path.of(System.getenv(DATABASE))).stop(DATABASE_SWEEP);
        System.exit(0);
    }
}
