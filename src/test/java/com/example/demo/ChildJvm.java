package com.example.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A further JVM of the demo. It ends with this one, however this one ends. */
final class ChildJvm {

    private final String name;
    private final Process process;
    private final Path errors;

    private ChildJvm(String name, Process process, Path errors) {
        this.name = name;
        this.process = process;
        this.errors = errors;
    }

    /** Starts the main class with the class path of this JVM; its output goes to the service's files in the folder. */
    static ChildJvm start(
            DemoFolder folder, String name, Map<String, String> environment, Class<?> main, String... arguments)
            throws IOException {
        ProcessBuilder builder = JavaCommand.of(
                        Child.class,
                        Stream.concat(Stream.of(main.getName()), Stream.of(arguments))
                                .toArray(String[]::new))
                .redirectOutput(folder.log(name).toFile())
                .redirectError(folder.errors(name).toFile());
        builder.environment().putAll(Child.environment(folder));
        builder.environment().putAll(environment);
        Process process = builder.start();
        folder.processes().add(name, process.toHandle());
        return new ChildJvm(name, process, folder.errors(name));
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Throws with what the JVM left in its files if it has ended. */
    void requireAlive(Path log) {
        if (!process.isAlive()) {
            throw new DemoFailure(
                    "%s ended with exit code %d.%n%s%s".formatted(name, process.exitValue(), tail(errors), tail(log)));
        }
    }

    private static String tail(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            List<String> all = lines.toList();
            return file + ":\n" + String.join("\n", all.subList(Math.max(0, all.size() - 5), all.size())) + "\n";
        } catch (IOException unreadable) {
            return file + ": " + unreadable.getMessage() + "\n";
        }
    }
}
