package org.stadtstand.serve.subscription;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;

/** A WebSocket as the web server knows it. */
final class SocketEndpoint extends Endpoint {

  private final SocketConnection connection;

  SocketEndpoint(SocketConnection connection) {
    this.connection = connection;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    connection.open(session);
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    connection.closed();
  }

  /** The web server closes the session then. */
  @Override
  public void onError(Session session, Throwable fault) {
    connection.closed();
  }
}
