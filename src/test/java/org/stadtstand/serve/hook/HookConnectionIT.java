package org.stadtstand.serve.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A receiver with TLS: told only if its certificate is one that the Java runtime trusts, is in
 * force and names it. The certificates are real ones, made by the JDK's tool.
 */
class HookConnectionIT {

  private static final String TRUSTED = "javax.net.ssl.trustStore";
  private static final String SECRET = "of-a-test";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private static Path folder;

  private final AtomicInteger heard = new AtomicInteger();
  private final List<HttpsServer> servers = new ArrayList<>();

  @BeforeAll
  static void makeCertificates() throws Exception {
    make("authority", "-ext", "bc:c");
    Path authority = folder.resolve("authority.pem");
    keytool("authority", "-exportcert", "-rfc", "-file", authority.toString());
    keytool("trusted", "-importcert", "-noprompt", "-file", authority.toString());
    issue("right", authority, "-ext", "san=ip:127.0.0.1");
    issue("other-name", authority, "-ext", "san=dns:receiver.example");
    issue(
        "expired", authority, "-ext", "san=ip:127.0.0.1", "-startdate", "-30d", "-validity", "10");
    make("unknown", "-ext", "san=ip:127.0.0.1");
    // As an operator says it who has receivers of the own house.
    System.setProperty(TRUSTED, folder.resolve("trusted").toString());
    System.setProperty(TRUSTED + "Password", SECRET);
  }

  @AfterAll
  static void trustAsBefore() {
    System.clearProperty(TRUSTED);
    System.clearProperty(TRUSTED + "Password");
  }

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  @Test
  void whoseCertificateIsRightIsTold() throws Exception {
    assertThat(send(receiver("right"))).isEqualTo(204);
    assertThat(heard).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "other-name", "expired"})
  void whoseCertificateIsWrongHearsNothing(String certificate) throws Exception {
    URI receiver = receiver(certificate);
    assertThatThrownBy(() -> send(receiver)).isInstanceOf(SSLException.class);
    assertThat(heard).as("not a byte of the message").hasValue(0);
  }

  private static int send(URI receiver) throws IOException {
    OutsideAddresses addresses =
        new OutsideAddresses(InetAddress::getAllByName, List.of(AddressRange.parse("127.0.0.1")));
    return new HookConnection(receiver, addresses, PATIENCE)
        .post(Map.of("Content-Type", "application/json"), "{}")
        .status();
  }

  private URI receiver(String certificate) throws Exception {
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(with(certificate)));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          heard.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    servers.add(server);
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static SSLContext with(String certificate) throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(folder.resolve(certificate))) {
      keys.load(file, SECRET.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, SECRET.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** One that signs itself. */
  private static void make(String name, String... more) throws Exception {
    List<String> all = new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC"));
    all.addAll(List.of("-dname", "CN=" + name));
    all.addAll(List.of(more));
    keytool(name, all.toArray(String[]::new));
  }

  /** One that the authority signs. */
  private static void issue(String name, Path authority, String... more) throws Exception {
    make(name);
    String request = folder.resolve(name + ".csr").toString();
    String signed = folder.resolve(name + ".pem").toString();
    keytool(name, "-certreq", "-file", request);
    List<String> all = new ArrayList<>(List.of("-gencert", "-rfc", "-infile", request));
    all.addAll(List.of("-outfile", signed));
    all.addAll(List.of(more));
    keytool("authority", all.toArray(String[]::new));
    keytool(name, "-importcert", "-noprompt", "-alias", "authority", "-file", authority.toString());
    keytool(name, "-importcert", "-noprompt", "-file", signed);
  }

  private static void keytool(String store, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", folder.resolve(store).toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", SECRET));
    Path said = folder.resolve("keytool.log");
    Process run =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(run.waitFor()).as(Files.readString(said)).isZero();
  }
}
