package org.stadtstand.serve.subscription;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtstand.ground.encoding.JsonCodec;

/** Sends one message after the other, whichever subscription it is for. */
final class SocketSender {

  private static final Logger log = LoggerFactory.getLogger(SocketSender.class);
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  /** Characters of the reason for closing, which has room for 123 bytes. */
  private static final int REASON = 40;

  private static final Duration ON_ITS_WAY = Duration.ofMillis(200);

  private final Session session;
  private final ReentrantLock lock = new ReentrantLock();

  SocketSender(Session session) {
    this.session = session;
  }

  void send(String type, Map<String, ?> members) throws IOException {
    Map<String, Object> message = new LinkedHashMap<>(members);
    message.put("type", type);
    text(JsonCodec.PLAIN.writeValueAsString(message));
  }

  /** The content is written already, and the same for all who hear it. */
  void next(String id, byte[] json) throws IOException {
    text(
        "{\"id\":%s,\"type\":\"next\",\"payload\":%s}"
            .formatted(
                JsonCodec.PLAIN.writeValueAsString(id), new String(json, StandardCharsets.UTF_8)));
  }

  private void text(String message) throws IOException {
    lock.lock();
    try {
      session.getBasicRemote().sendText(message);
    } catch (IllegalStateException closed) {
      throw new IOException(closed);
    } finally {
      lock.unlock();
    }
  }

  /** A sign of life of which the protocol above knows nothing. */
  void ping() throws IOException {
    lock.lock();
    try {
      session.getBasicRemote().sendPing(NOTHING.duplicate());
    } catch (IllegalStateException closed) {
      throw new IOException(closed);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Closes with a code of the protocol, or of WebSockets. A message on its way is let out first,
   * for the code would be lost behind half of it; a reader who takes none is not waited for.
   */
  void close(int code, String reason) {
    String said = reason.length() > REASON ? reason.substring(0, REASON - 1) + "…" : reason;
    boolean alone = false;
    try {
      alone = lock.tryLock(ON_ITS_WAY.toNanos(), TimeUnit.NANOSECONDS);
      session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), said));
    } catch (IOException | IllegalStateException gone) {
      log.debug("A WebSocket was closed already: {}", gone.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (alone) {
        lock.unlock();
      }
    }
  }
}
