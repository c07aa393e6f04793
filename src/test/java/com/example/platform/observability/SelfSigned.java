package com.example.platform.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key made for one test, with a certificate for {@code localhost} by itself.
 *
 * @param context of a server that shows it
 * @param pem the certificate
 */
record SelfSigned(SSLContext context, byte[] pem) {

    static SelfSigned in(Path folder) throws GeneralSecurityException, IOException, InterruptedException {
        String password = UUID.randomUUID().toString();
        Path file = folder.resolve("server.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exit = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storepass",
                        password,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
        }
        KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new SelfSigned(context, pem(store.getCertificate("server")));
    }

    private static byte[] pem(Certificate certificate) throws GeneralSecurityException {
        String text = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
        return ("-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n").getBytes();
    }
}
