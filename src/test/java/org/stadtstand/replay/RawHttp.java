package org.stadtstand.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Sends bytes as they are, one connection a request: no client adds or changes a header field. */
final class RawHttp {

  private static final int PATIENCE = (int) Duration.ofMinutes(4).toMillis();

  private RawHttp() {}

  static Response send(int port, byte[] request) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return Response.of(socket.getInputStream().readAllBytes());
    }
  }

  /** What came back, its body without the pieces in which it was sent. */
  record Response(String statusLine, List<String> headers, byte[] body) {

    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    static Response of(byte[] bytes) {
      int end = indexOf(bytes, END_OF_HEAD, 0);
      if (end < 0) {
        throw new IllegalStateException("No answer: " + new String(bytes, StandardCharsets.UTF_8));
      }
      List<String> head = List.of(new String(bytes, 0, end, StandardCharsets.UTF_8).split("\r\n"));
      byte[] body = Arrays.copyOfRange(bytes, end + END_OF_HEAD.length, bytes.length);
      List<String> headers = head.subList(1, head.size());
      boolean inPieces =
          headers.stream()
              .anyMatch(header -> header.equalsIgnoreCase("Transfer-Encoding: chunked"));
      return new Response(head.getFirst().strip(), headers, inPieces ? joined(body) : body);
    }

    /** The value of a header field, empty if it is not there. */
    String header(String name) {
      String start = name + ":";
      return headers.stream()
          .filter(header -> header.regionMatches(true, 0, start, 0, start.length()))
          .map(header -> header.substring(start.length()).strip())
          .findFirst()
          .orElse("");
    }

    private static byte[] joined(byte[] pieces) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      int at = 0;
      while (at < pieces.length) {
        int lineEnd = indexOf(pieces, new byte[] {'\r', '\n'}, at);
        String size = new String(pieces, at, lineEnd - at, StandardCharsets.US_ASCII);
        int length = Integer.parseInt(size.strip(), 16);
        body.write(pieces, lineEnd + 2, length);
        at = lineEnd + 2 + length + 2;
        if (length == 0) {
          return body.toByteArray();
        }
      }
      throw new IllegalStateException("The answer was broken off");
    }

    private static int indexOf(byte[] bytes, byte[] sought, int from) {
      for (int at = from; at <= bytes.length - sought.length; at++) {
        if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
          return at;
        }
      }
      return -1;
    }
  }
}
