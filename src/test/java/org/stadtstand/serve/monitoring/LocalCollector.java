package org.stadtstand.serve.monitoring;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector of traces on this machine, which keeps what it was sent. */
public final class LocalCollector implements AutoCloseable {

  private final HttpServer server;
  private final List<Received> spans = new CopyOnWriteArrayList<>();

  /** A span as it came over the wire. */
  public record Received(
      ByteString trace, ByteString id, ByteString parent, String name, Map<String, String> with) {}

  public LocalCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::receive);
    server.start();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1/traces";
  }

  public List<Received> spans() {
    return spans;
  }

  private void receive(HttpExchange exchange) throws IOException {
    UnknownFieldSet request = UnknownFieldSet.parseFrom(exchange.getRequestBody().readAllBytes());
    for (UnknownFieldSet resource : messages(request, 1)) {
      for (UnknownFieldSet scope : messages(resource, 2)) {
        messages(scope, 2).forEach(span -> spans.add(received(span)));
      }
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static Received received(UnknownFieldSet span) {
    Map<String, String> attributes = new HashMap<>();
    for (UnknownFieldSet attribute : messages(span, 9)) {
      attributes.put(
          bytes(attribute, 1).toStringUtf8(),
          bytes(messages(attribute, 2).getFirst(), 1).toStringUtf8());
    }
    return new Received(
        bytes(span, 1), bytes(span, 2), bytes(span, 4), bytes(span, 5).toStringUtf8(), attributes);
  }

  private static List<UnknownFieldSet> messages(UnknownFieldSet of, int field) {
    List<UnknownFieldSet> messages = new ArrayList<>();
    for (ByteString each : of.getField(field).getLengthDelimitedList()) {
      try {
        messages.add(UnknownFieldSet.parseFrom(each));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return messages;
  }

  private static ByteString bytes(UnknownFieldSet of, int field) {
    List<ByteString> found = of.getField(field).getLengthDelimitedList();
    return found.isEmpty() ? ByteString.EMPTY : found.getFirst();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
