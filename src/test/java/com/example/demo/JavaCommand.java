package com.example.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that run a main class with this JVM's Java and class path, in a small heap and without long compilation. */
final class JavaCommand {

    private JavaCommand() {}

    static ProcessBuilder of(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // not on the command line, where it would fill every list of processes
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder;
    }
}
