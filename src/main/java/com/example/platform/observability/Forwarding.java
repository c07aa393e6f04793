package com.example.platform.observability;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Wrapper;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * Completes stand-ins: what they do not say themselves of the interfaces that they implement is passed on to their target,
 * by code as one would write it, some 300 times, and without reflection.
 */
final class Forwarding {

    private static final String CONSTRUCTOR = "<init>";
    private static final String STAND_IN = Type.getInternalName(StandIn.class);

    /** To which the compiler brings the field's down. */
    private static final String TARGET_TYPE = Type.getDescriptor(Wrapper.class);

    private Forwarding() {}

    /**
     * What makes complete instances of a stand-in, by its only constructor.
     *
     * @param standIn who looks it up, with all rights in the class of the stand-in
     * @param factory an interface whose only method takes what the constructor takes
     */
    static <F> F of(MethodHandles.Lookup standIn, Class<? super F> factory) {
        Class<?> type = standIn.lookupClass();
        try {
            Class<?> complete = standIn.defineClass(complete(type));
            return factory(standIn, standIn.unreflectConstructor(constructor(complete)), factory);
        } catch (Throwable e) {
            throw new LinkageError(type + " cannot be completed", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <F> F factory(MethodHandles.Lookup standIn, MethodHandle constructor, Class<? super F> factory)
            throws Throwable {
        Method make = factory.getMethods()[0];
        return (F) LambdaMetafactory.metafactory(
                        standIn,
                        make.getName(),
                        MethodType.methodType(factory),
                        MethodType.methodType(make.getReturnType(), make.getParameterTypes()),
                        constructor,
                        constructor.type())
                .getTarget()
                .invoke();
    }

    private static Constructor<?> constructor(Class<?> type) {
        return type.getDeclaredConstructors()[0];
    }

    private static byte[] complete(Class<?> type) {
        ClassWriter complete = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String parent = Type.getInternalName(type);
        complete.visit(Opcodes.V21, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, parent + "Complete", null, parent, null);
        construct(complete, parent, Type.getConstructorDescriptor(constructor(type)));
        for (Method method : type.getMethods()) {
            if (isMissing(method)) {
                forward(complete, method);
            }
        }
        return complete.toByteArray();
    }

    /** Also where an interface has a default, which mostly says that a driver is too old. */
    private static boolean isMissing(Method method) {
        return method.getDeclaringClass().isInterface() && !Modifier.isStatic(method.getModifiers());
    }

    private static void construct(ClassWriter complete, String parent, String descriptor) {
        MethodVisitor code = complete.visitMethod(0, CONSTRUCTOR, descriptor, null, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        loadArguments(code, descriptor);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, parent, CONSTRUCTOR, descriptor, false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
    }

    private static void forward(ClassWriter complete, Method method) {
        String owner = Type.getInternalName(method.getDeclaringClass());
        String descriptor = Type.getMethodDescriptor(method);
        MethodVisitor code = complete.visitMethod(Opcodes.ACC_PUBLIC, method.getName(), descriptor, null, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, STAND_IN, StandIn.TARGET, TARGET_TYPE);
        code.visitTypeInsn(Opcodes.CHECKCAST, owner);
        loadArguments(code, descriptor);
        code.visitMethodInsn(Opcodes.INVOKEINTERFACE, owner, method.getName(), descriptor, true);
        code.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
    }

    private static void loadArguments(MethodVisitor code, String descriptor) {
        int slot = 1;
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
            slot += argument.getSize();
        }
    }
}
