package org.stadtstand.serve.subscription;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A response to which is written for as long as its listener is there. The web server notices by
 * itself that a listener has hung up, and then uses request and response for somebody else: nothing
 * may be written after that.
 */
final class EventConnection implements AsyncListener {

  private final AsyncContext context;
  private final ServletOutputStream out;
  private final Runnable hungUp;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean done;

  private EventConnection(AsyncContext context, ServletOutputStream out, Runnable hungUp) {
    this.context = context;
    this.out = out;
    this.hungUp = hungUp;
  }

  /**
   * Keeps the response open.
   *
   * @param hungUp what to do when the listener is gone
   */
  static EventConnection of(
      HttpServletRequest request, HttpServletResponse response, Runnable hungUp)
      throws IOException {
    ServletOutputStream out = response.getOutputStream();
    EventConnection connection = new EventConnection(request.startAsync(), out, hungUp);
    connection.context.setTimeout(0);
    connection.context.addListener(connection);
    return connection;
  }

  /** Writes and sends; nothing if the listener is gone. */
  void send(byte[]... parts) throws IOException {
    lock.lock();
    try {
      if (!done) {
        for (byte[] part : parts) {
          out.write(part);
        }
        out.flush();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the response, if that has not happened yet. */
  void complete() {
    lock.lock();
    try {
      if (!done) {
        done = true;
        context.complete();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onError(AsyncEvent event) {
    hungUp.run();
    complete();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    hungUp.run();
    lock.lock();
    try {
      done = true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    throw new IllegalStateException("No time was set");
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    throw new IllegalStateException("It is started once");
  }
}
