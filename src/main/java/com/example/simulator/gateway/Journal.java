package com.example.simulator.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the ledger decided, one line of JSON each, written before anybody is told: it outlives the process, though not
 * the machine. Not thread-safe.
 */
class Journal implements AutoCloseable {

    private static final byte LINE_END = '\n';

    private final JsonMapper json = new JsonMapper();
    private final Path file;
    private final FileChannel channel;

    private Journal(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    static Journal at(Path file) {
        try {
            return new Journal(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what earlier processes wrote; a last line that one of them did not finish was never told and is dropped. */
    void replay(Consumer<Entry> reader) {
        try {
            byte[] all = Files.readAllBytes(file);
            int end = all.length;
            while (end > 0 && all[end - 1] != LINE_END) {
                end--;
            }
            new String(all, 0, end, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> json.readValue(line, Entry.class))
                    .forEach(reader);
            channel.truncate(end).position(end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Entry entry) {
        try {
            long start = channel.position();
            ByteBuffer line = ByteBuffer.wrap((json.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            try {
                while (line.hasRemaining()) {
                    channel.write(line);
                }
            } catch (IOException full) {
                // half a line would swallow the next one
                channel.truncate(start);
                throw full;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** One line: a charge or a refund. */
    record Entry(@Nullable Charge charge, @Nullable Refund refund) {}
}
