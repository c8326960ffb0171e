package org.stadtstand.serve.response;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connection to a database, which a test can cut and restore. */
final class CutWire implements AutoCloseable {

  private final ServerSocket here;
  private final String host;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  CutWire(String jdbcUrl) {
    URI url = URI.create(jdbcUrl.substring("jdbc:".length()));
    this.host = url.getHost();
    this.port = url.getPort();
    try {
      this.here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  /** The database's address at this end of the connection. */
  String through(String jdbcUrl) {
    return jdbcUrl.replace(host + ":" + port, "localhost:" + here.getLocalPort());
  }

  void cut() {
    cut = true;
    open.forEach(CutWire::hangUp);
    open.clear();
  }

  void mend() {
    cut = false;
  }

  private void serve() {
    while (!here.isClosed()) {
      try {
        Socket caller = here.accept();
        if (cut) {
          hangUp(caller);
        } else {
          connect(caller);
        }
      } catch (IOException e) {
        // The test has closed the listener, or the caller has gone again.
      }
    }
  }

  private void connect(Socket caller) throws IOException {
    Socket database = new Socket(host, port);
    open.add(caller);
    open.add(database);
    Thread.ofVirtual().start(() -> copy(caller, database));
    Thread.ofVirtual().start(() -> copy(database, caller));
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Cut by the test.
    } finally {
      hangUp(from);
      hangUp(to);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      here.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
