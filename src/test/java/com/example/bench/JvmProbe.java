package com.example.bench;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Looks into another JVM of this machine: what it allocates and what of its heap is alive. */
public final class JvmProbe implements AutoCloseable {

    private final JMXConnector connector;

    private final MemoryMXBean memory;

    private final ThreadMXBean threads;

    private final CompilationMXBean compiler;

    public JvmProbe(long process) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process));
            JMXServiceURL url;
            try {
                url = new JMXServiceURL(machine.startLocalManagementAgent());
            } finally {
                machine.detach();
            }
            connector = JMXConnectorFactory.connect(url);
            MBeanServerConnection server = connector.getMBeanServerConnection();
            memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
            compiler = ManagementFactory.getPlatformMXBean(server, CompilationMXBean.class);
            threads = ManagementFactory.getPlatformMXBean(server, ThreadMXBean.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes that are left after a full collection. */
    public long liveHeap() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** The bytes that all threads together have allocated so far, ended ones too. */
    public long allocated() {
        return threads.getTotalThreadAllocatedBytes();
    }

    /** The time that its compilers have taken so far. */
    public Duration compiling() {
        return Duration.ofMillis(compiler.getTotalCompilationTime());
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
