package org.stadtstand.serve.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends raw bytes to a server, as no client would. */
final class Wire {

  private static final int PATIENCE = (int) Duration.ofSeconds(30).toMillis();

  private Wire() {}

  static Answer send(int port, String request) {
    return send(port, request.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends each piece after a short pause, and reads until the server is done. */
  static Answer send(int port, byte[]... pieces) {
    long begin = System.nanoTime();
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(PATIENCE);
      write(socket.getOutputStream(), pieces);
      String text = read(socket.getInputStream());
      return new Answer(text, Duration.ofNanos(System.nanoTime() - begin));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, byte[]... pieces) throws IOException {
    try {
      for (int piece = 0; piece < pieces.length; piece++) {
        if (piece > 0) {
          Thread.sleep(500);
        }
        out.write(pieces[piece]);
        out.flush();
      }
    } catch (SocketException e) {
      // The connection broke while sending; whatever was answered before can still be read.
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      byte[] chunk = new byte[8192];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        bytes.write(chunk, 0, read);
      }
    } catch (SocketException e) {
      // The server closed the connection after its answer.
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** What was received until the server closed the connection, and how long that took. */
  record Answer(String text, Duration time) {

    /** 0 if the server closed the connection without a response. */
    int status() {
      return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }

    String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end + 4);
    }
  }
}
