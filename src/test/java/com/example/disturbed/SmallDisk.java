package com.example.disturbed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A small file system in memory over a folder, that one process alone sees, so that nothing is left when it ends. It is
 * filled and emptied from outside.
 */
record SmallDisk(Path folder) {

    private static final String MOUNT = "mount -t tmpfs -o size=\"$0\" tmpfs \"$1\" && shift && exec \"$@\"";

    private static final String FILLER = "filler";

    /** Whether this user may mount; as root, or where the system lets everybody in a name space of their own. */
    boolean possible() {
        List<String> command =
                Stream.concat(before("1m").stream(), Stream.of("true")).toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What stands before a command whose process is to have the disk. */
    List<String> before(String size) {
        List<String> root = List.of("unshare", "--mount", "--propagation", "private");
        List<String> others = List.of("unshare", "--user", "--map-root-user", "--mount");
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        return Stream.concat(
                        (isRoot ? root : others).stream(),
                        Stream.of(
                                "sh", "-c", MOUNT, size, folder.toAbsolutePath().toString()))
                .toList();
    }

    /** The folder as the process sees it. */
    Path seenBy(long process) {
        return Path.of("/proc/" + process + "/root" + folder.toAbsolutePath());
    }

    /** Leaves no byte of it free. */
    void fill(long process) {
        byte[] block = new byte[1 << 16];
        try (OutputStream filler = Files.newOutputStream(seenBy(process).resolve(FILLER))) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            // as it should be
        }
    }

    void empty(long process) {
        try {
            Files.deleteIfExists(seenBy(process).resolve(FILLER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
