package com.example.platform.observability;

import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** Markers that set the field {@code log_type} of a log line; a line without one is of type {@code application}. */
public final class LogType {

    public static final Marker SECURITY = MarkerFactory.getMarker("security");

    public static final Marker AUDIT = MarkerFactory.getMarker("audit");

    private LogType() {}
}
