package com.example.platform.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.util.FileUtil;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;

/** Writes to a file that rolls; counts the lines that are lost there, as on a full disk, and goes on when it can. */
public final class JsonFile extends RollingFileAppender<ILoggingEvent> {

    @Override
    public void openFile(String name) throws IOException {
        File file = new File(name);
        FileUtil.createMissingParentDirectories(file);
        setOutputStream(new LineOutput(new FileOutputStream(file, append).getChannel()));
    }
}
