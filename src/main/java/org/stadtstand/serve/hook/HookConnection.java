package org.stadtstand.serve.hook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends one request and reads the status of its answer, and not a byte more. Not the JDK's client:
 * that looks names up itself, a second time, and nobody could say to which address it then connects
 * (decision 0088). Of an answer only the first line is read, so that there is nothing to follow
 * elsewhere, and nothing that could be too long.
 */
final class HookConnection {

  private static final int LINE = 200;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");

  private final OutsideAddresses addresses;
  private final Duration patience;

  HookConnection(OutsideAddresses addresses, Duration patience) {
    this.addresses = addresses;
    this.patience = patience;
  }

  /** The status of the answer. */
  int post(URI url, Map<String, String> headers, String body) throws IOException {
    boolean encrypted = "https".equals(url.getScheme());
    List<InetAddress> found = addresses.find(url.getHost(), encrypted);
    int port = url.getPort() > 0 ? url.getPort() : encrypted ? 443 : 80;
    Socket socket = new Socket();
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            () -> close(socket),
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
    try (socket) {
      // The first only: the next attempt is given another one by whoever answers for the name.
      socket.connect(new InetSocketAddress(found.getFirst(), port), (int) patience.toMillis());
      Socket spoken = encrypted ? encrypted(socket, url.getHost(), port) : socket;
      OutputStream out = spoken.getOutputStream();
      out.write(request(url, headers, body).getBytes(StandardCharsets.UTF_8));
      out.flush();
      return status(spoken.getInputStream());
    } catch (IOException e) {
      if (end.isDone()) {
        throw new SocketTimeoutException("it did not answer within " + patience.toMillis() + " ms");
      }
      throw e;
    } finally {
      end.cancel(false);
    }
  }

  /** A reader that sends a byte now and then would outlast any limit of single reads. */
  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Socket encrypted(Socket socket, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secured = (SSLSocket) factory.createSocket(socket, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    // Without it any certificate of anybody would do.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static String request(URI url, Map<String, String> headers, String body) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    StringBuilder request = new StringBuilder("POST ").append(path);
    if (url.getRawQuery() != null) {
      request.append('?').append(url.getRawQuery());
    }
    String host = url.getPort() > 0 ? url.getHost() + ":" + url.getPort() : url.getHost();
    request.append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return request
        .append("Content-Length: " + length + "\r\nConnection: close\r\n\r\n")
        .append(body)
        .toString();
  }

  private static int status(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next >= 0 && next != '\n' && line.length() < LINE) {
      line.append((char) next);
      next = in.read();
    }
    Matcher status = STATUS.matcher(line.toString().strip());
    if (!status.matches()) {
      throw new IOException("its answer is not HTTP");
    }
    return Integer.parseInt(status.group(1));
  }
}
