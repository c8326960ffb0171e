package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/** Bytes that are not a request, are too large for one, or never end. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class BadWireIT {

  private static final String FIELDS =
      " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n";
  private static final String HEAD = "POST /graphql" + FIELDS;

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /graphql HTTP/9.9\r\n\r\n",
        "GET /graphql HTTP/1.1\r\n\r\n",
        "GET /graphql HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "G{T /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "CONNECT x:80 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "TRACE /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "FOO / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /..%2f HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /graphql?query=<a> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        HEAD + "Transfer-Encoding: gzip, chunked\r\n\r\n",
        HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  void whatIsNoRequestIsRefused(String bytes) {
    refused(Wire.send(port, bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/docs/a\\b-written-by-a-caller", "/docs/../docs/../b-written-by-a-caller"})
  void noAddressIsWrittenToTheLog(String address, CapturedOutput output) {
    Wire.send(port, "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(output.getAll()).doesNotContain("b-written-by-a-caller");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/duesseldorf/suche?text=%FF",
        "/duesseldorf/ziele?%zz=1",
        "/?a=%E4",
        "/catalog?x=%FF",
        "/q/citations.jsonl?after=%FF",
        "/q/ziele-2025?labels=%FF",
        "/data/duesseldorf/target.csv?x=%FF",
        "/feed/releases.atom?x=%FF"
      })
  void parametersThatCannotBeReadAreNoFaultOfOurs(String address, CapturedOutput output) {
    refused(
        Wire.send(port, "GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    assertThat(output.getAll()).doesNotContain("\tat ", " ERROR ");
  }

  @Test
  void anAddressOrFieldsWithoutEndAreRefused() {
    refused(Wire.send(port, "GET /graphql?query=" + "a".repeat(100_000) + " HTTP/1.1\r\n\r\n"));
    refused(Wire.send(port, "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(100_000) + "\r\n\r\n"));
    refused(Wire.send(port, "GET / HTTP/1.1\r\nHost: x\r\n" + "X: a\r\n".repeat(1_000) + "\r\n"));
  }

  @Test
  void aQuestionTypedIntoAnAddressIsAnswered() {
    Wire.Answer answer =
        Wire.send(
            port,
            "GET /graphql?query={targets{totalCount}} HTTP/1.1\r\nHost: x\r\n"
                + "Connection: close\r\n\r\n");
    assertThat(answer.body()).startsWith("{\"data\":{\"targets\":{\"totalCount\":8}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
  void anotherCharsetIsNotGuessed(String charset) {
    byte[] body =
        "{\"query\": \"{ target(key: \\\"ä\\\") { key } }\"}".getBytes(Charset.forName(charset));
    Wire.Answer answer = Wire.send(port, withLength(body));
    refused(answer);
    assertThat(answer.body()).contains("BAD_JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/graphql", "/q"})
  void aBodyWithoutEndIsRefusedAndNotKept(String path) {
    byte[] large =
        ("{\"query\": \"" + "a".repeat(10_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    refused(Wire.send(port, withLength(head(path), large)), 413);
    String chunk = "10000\r\n" + "a".repeat(65_536) + "\r\n";
    String chunked =
        head(path) + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(160) + "0\r\n\r\n";
    refused(Wire.send(port, chunked), 413);
  }

  @Test
  void aCompressedBombDoesNotGoOff() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1_000_000];
      for (int megabyte = 0; megabyte < 100; megabyte++) {
        out.write(zeros);
      }
    }
    byte[] head =
        (HEAD + "Content-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    refused(Wire.send(port, joined(head, bomb.toByteArray())), 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/graphql", "/q"})
  void halfARequestAndSilenceIsGivenUp(String path) {
    Wire.Answer half = Wire.send(port, head(path) + "Content-Length: 500\r\n\r\n{\"que");
    refused(half, 408);
    assertThat(half.time()).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void halfAHeadAndSilenceIsGivenUp() {
    Wire.Answer half = Wire.send(port, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-");
    assertThat(half.body()).isEmpty();
    assertThat(half.time()).isLessThan(Duration.ofSeconds(20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/graphql", "/q"})
  void aBodyThatDripsIsGivenUp(String path) {
    byte[][] drops = new byte[20][];
    java.util.Arrays.fill(drops, " ".getBytes(StandardCharsets.ISO_8859_1));
    drops[0] = (head(path) + "Content-Length: 500\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    Wire.Answer answer = Wire.send(port, drops);
    refused(answer, 408);
  }

  @Test
  void rubbishLeavesNothingBehind() {
    byte[] large = withLength(("[" + "[".repeat(900_000)).getBytes(StandardCharsets.UTF_8));
    byte[] rubbish =
        withLength(
            ReceivedResponse.body("{ a" + "x".repeat(40_000) + " }")
                .getBytes(StandardCharsets.UTF_8));
    send(large, rubbish, 20);
    long before = used();
    send(large, rubbish, 200);
    assertThat(used() - before).isLessThan(20_000_000);
  }

  private void send(byte[] large, byte[] rubbish, int times) {
    for (int time = 0; time < times; time++) {
      refused(Wire.send(port, large), 400);
      assertThat(Wire.send(port, rubbish).body()).contains("VALIDATION");
    }
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void refused(Wire.Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    refused(answer);
  }

  private static void refused(Wire.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    assertThat(answer.text())
        .contains("\"errors\":[{", "\"message\":", "\"code\":")
        .doesNotContain("Tomcat", "Exception", "<html");
  }

  private static String head(String path) {
    return "POST " + path + FIELDS;
  }

  private static byte[] withLength(byte[] body) {
    return withLength(HEAD, body);
  }

  private static byte[] withLength(String start, byte[] body) {
    byte[] head =
        (start + "Content-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    return joined(head, body);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
