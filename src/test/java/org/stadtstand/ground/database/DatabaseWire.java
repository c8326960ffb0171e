package org.stadtstand.ground.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between a server and its database, which a test can cut, silence and restore. Silence
 * is the worse fault: nobody learns that the other side is gone.
 */
public final class DatabaseWire implements AutoCloseable {

  private final ServerSocket here;
  private final String host;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Object mended = new Object();
  private volatile boolean cut;
  private volatile boolean silent;

  /** Connections opened before it are silent for ever, as behind a firewall that forgot them. */
  private volatile int buried;

  private volatile int age;

  public DatabaseWire(String jdbcUrl) {
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
  public String through(String jdbcUrl) {
    return jdbcUrl.replace(host + ":" + port, "localhost:" + here.getLocalPort());
  }

  /** Closes all connections, and every new one. */
  public void cut() {
    cut = true;
    open.forEach(DatabaseWire::hangUp);
    open.clear();
  }

  /** Delivers nothing any more, on old and new connections, and closes none. */
  public void silence() {
    silent = true;
  }

  /** Silences the connections there are for good; new ones work. */
  public synchronized void bury() {
    age++;
    buried = age;
  }

  public void mend() {
    cut = false;
    silent = false;
    synchronized (mended) {
      mended.notifyAll();
    }
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
    int born = age;
    Socket database = new Socket(host, port);
    open.add(caller);
    open.add(database);
    Thread.ofVirtual().start(() -> copy(caller, database, born));
    Thread.ofVirtual().start(() -> copy(database, caller, born));
  }

  private void copy(Socket from, Socket to, int born) {
    byte[] chunk = new byte[1 << 16];
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        awaitSound(born);
        to.getOutputStream().write(chunk, 0, read);
      }
      awaitSound(born);
    } catch (IOException e) {
      // Cut by the test.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hangUp(from);
      hangUp(to);
    }
  }

  private void awaitSound(int born) throws InterruptedException {
    synchronized (mended) {
      while ((silent || born < buried) && !here.isClosed()) {
        mended.wait(1_000);
      }
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
