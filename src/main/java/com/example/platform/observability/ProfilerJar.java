package com.example.platform.observability;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The profiler's classes, loaded from their jar beside the application. Neither a Java agent, which would cost the AOT
 * cache, nor on the class path, where everybody would pay for it.
 */
final class ProfilerJar {

    private final ClassLoader classes;

    private ProfilerJar(ClassLoader classes) {
        this.classes = classes;
    }

    static ProfilerJar open(Path directory) throws IOException, ReflectiveOperationException {
        Path jar = directory.resolve("pyroscope.jar").toRealPath();
        URL[] urls = {jar.toUri().toURL()};
        var opened = new ProfilerJar(new URLClassLoader("profiler", urls, ClassLoader.getPlatformClassLoader()));
        opened.loadNative(jar.resolveSibling(libraryName()));
        return opened;
    }

    /** Before the profiler does: it would unpack its own to the temporary directory, where nothing may be executed. */
    private void loadNative(Path library) throws ReflectiveOperationException {
        if (System.getProperty("os.name").startsWith("Linux") && Files.exists(library)) {
            type("io.pyroscope.vendor.one.profiler.AsyncProfiler")
                    .getMethod("getInstance", String.class)
                    .invoke(null, library.toString());
        }
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, true, classes);
    }

    /** An implementation of an interface of the profiler that has one method. */
    Object implement(Class<?> type, Function<Object[], @Nullable Object> method) {
        InvocationHandler handler = (proxy, called, arguments) ->
                called.getDeclaringClass() == Object.class ? null : method.apply(arguments);
        return Proxy.newProxyInstance(classes, new Class<?>[] {type}, handler);
    }

    private static String libraryName() {
        String architecture = "aarch64".equals(System.getProperty("os.arch")) ? "arm64" : "x64";
        return "libasyncProfiler-linux-" + architecture + ".so";
    }
}
