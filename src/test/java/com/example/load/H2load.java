package com.example.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The load generator {@code h2load}, with what it notes of each single request. Over HTTP/2 without TLS, since over
 * HTTP/1.1 it does not see a status that comes without words, as Tomcat writes it.
 */
record H2load(String program, String url, String token) {

    /**
     * One request.
     *
     * @param startMicros of the clock of the day
     * @param status −1 when it was lost
     */
    record Sent(long startMicros, int status, long micros) {

        static Sent parse(String line) {
            String[] fields = line.split("\t");
            return new Sent(Long.parseLong(fields[0]), Integer.parseInt(fields[1]), Long.parseLong(fields[2]));
        }
    }

    /** Each connection sends its next request when it has the answer to the last. */
    List<Sent> closed(int connections, Duration length) throws IOException, InterruptedException {
        return run(length, List.of("-c" + connections));
    }

    /** So many requests a second, whatever becomes of them, as long as a connection is free to carry them. */
    List<Sent> open(int connections, double perSecond, Duration length) throws IOException, InterruptedException {
        if (perSecond < 1) {
            throw new IllegalArgumentException("h2load takes no rate for as fast as it can");
        }
        return run(length, List.of("-c" + connections, "-m100", "--rps=" + perSecond / connections));
    }

    private List<Sent> run(Duration length, List<String> load) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "load"));
        Path log = Files.createTempFile(folder, "h2load", ".log");
        try {
            List<String> command = new ArrayList<>(List.of(program, "-t1", "-D" + length.toSeconds()));
            command.addAll(load);
            command.addAll(List.of("--log-file=" + log, "-H", "Authorization: Bearer " + token, url));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("h2load: " + output);
            }
            try (Stream<String> lines = Files.lines(log)) {
                return lines.map(Sent::parse).toList();
            }
        } finally {
            Files.delete(log);
        }
    }
}
