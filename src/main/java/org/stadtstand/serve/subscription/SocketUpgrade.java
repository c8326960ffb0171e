package org.stadtstand.serve.subscription;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.cost.Caller;
import org.stadtstand.serve.cost.RateLimit;

/** Opens WebSockets that speak {@code graphql-transport-ws}. */
@Component
public class SocketUpgrade {

  private static final String PROTOCOL = "graphql-transport-ws";

  private final RateLimit limit;
  private final Listeners listeners;
  private final SocketParts parts;

  SocketUpgrade(RateLimit limit, Listeners listeners, SocketParts parts) {
    this.limit = limit;
    this.listeners = listeners;
    this.parts = parts;
  }

  /** A client that offers to go on with HTTP/2 asks for an upgrade, too, and may be ignored. */
  public static boolean isAsked(HttpServletRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
  }

  /** Goes on with the connection as a WebSocket, or refuses while an answer can still be read. */
  public void upgrade(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String offered = request.getHeader("Sec-WebSocket-Protocol");
    if (offered == null || !List.of(offered.split("\\s*,\\s*")).contains(PROTOCOL)) {
      throw new ApiError(
          ErrorCode.BAD_REQUEST,
          "The only protocol that is spoken on WebSockets here is " + PROTOCOL + ".",
          "Offer it in Sec-WebSocket-Protocol, as the client graphql-ws does.");
    }
    Caller caller = limit.caller(request);
    SocketConnection connection = new SocketConnection(parts, caller);
    Listeners.Place place = listeners.enter(caller, connection::goAway);
    connection.left(place::leave);
    ServerEndpointConfig endpoint =
        ServerEndpointConfig.Builder.create(SocketEndpoint.class, request.getServletPath())
            .subprotocols(List.of(PROTOCOL))
            .configurator(new One(new SocketEndpoint(connection)))
            .build();
    try {
      container(request).upgradeHttpToWebSocket(request, response, endpoint, Map.of());
    } catch (DeploymentException e) {
      throw new ServletException(e);
    } finally {
      if (response.getStatus() != HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
        place.leave();
      }
    }
  }

  private static ServerContainer container(HttpServletRequest request) throws ServletException {
    Object found = request.getServletContext().getAttribute(ServerContainer.class.getName());
    if (found instanceof ServerContainer container) {
      return container;
    }
    throw new ServletException("The web server has no WebSockets");
  }

  /** Hands out the endpoint of one connection. */
  private static final class One extends ServerEndpointConfig.Configurator {

    private final SocketEndpoint endpoint;

    One(SocketEndpoint endpoint) {
      this.endpoint = endpoint;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(endpoint);
    }
  }
}
