package org.stadtstand.serve.hook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one receiver and reads the status of each answer, and nothing of its body. Not
 * the JDK's client: that looks names up itself, a second time, and nobody could say to which
 * address it then connects (decision 0088).
 */
final class HookConnection {

  private final URI url;
  private final OutsideAddresses addresses;
  private final Duration patience;

  HookConnection(URI url, OutsideAddresses addresses, Duration patience) {
    this.url = url;
    this.addresses = addresses;
    this.patience = patience;
  }

  /**
   * What there is of an answer.
   *
   * @param retryAfter as the receiver wrote it
   */
  record Answer(int status, @Nullable String retryAfter) {}

  Answer post(Map<String, String> headers, String body) throws IOException {
    HttpPost request = new HttpPost(url);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
    // A receiver that sends a byte now and then would outlast any limit of single reads.
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            request::cancel,
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
    // A client for each message: an hour may lie between two, and its connection with the answer's
    // body unread is of no use for another.
    try (CloseableHttpClient client = client();
        ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      Header later = response.getFirstHeader("Retry-After");
      return new Answer(response.getCode(), later == null ? null : later.getValue());
    } catch (IOException e) {
      if (end.isDone()) {
        throw new SocketTimeoutException("it did not answer within " + patience.toMillis() + " ms");
      }
      throw e;
    } finally {
      end.cancel(false);
    }
  }

  private CloseableHttpClient client() {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedNames())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(patience))
                        .setSocketTimeout(Timeout.of(patience))
                        .build())
                .build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .build();
  }

  /** What is checked is what is connected to: nothing is looked up a second time. */
  private final class CheckedNames implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return addresses.find(host, "https".equals(url.getScheme())).toArray(InetAddress[]::new);
    }

    @Override
    public @Nullable String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
