package org.stadtstand.serve.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.jspecify.annotations.Nullable;

/** A catalogue as a portal reads it: page after page, and a look at each address in it. */
final class HarvestedCatalogue implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final String server;
  private final Map<String, Boolean> known = new HashMap<>();

  HarvestedCatalogue(String server) {
    this.server = server;
  }

  /** Reads all pages, of which one is in memory at a time; returns their addresses. */
  List<String> read(Consumer<Model> each) {
    Set<String> read = new HashSet<>();
    List<String> addresses = new ArrayList<>();
    String next = server + CatalogueAddress.ROOT + CatalogueForm.TTL.suffix();
    while (next != null && read.add(next)) {
      addresses.add(next);
      Model page = page(next);
      each.accept(page);
      next = next(page);
    }
    return addresses;
  }

  private Model page(String address) {
    HttpResponse<InputStream> response = send(address, "GET");
    try (InputStream body = response.body()) {
      if (response.statusCode() != OK) {
        throw new IOException(address + " answers " + response.statusCode());
      }
      Model page = ModelFactory.createDefaultModel();
      RDFDataMgr.read(page, body, Lang.TURTLE);
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String next(Model page) {
    return page
        .listObjectsOfProperty(page.createProperty(CatalogueGraph.whole("hydra:next")))
        .toList()
        .stream()
        .map(RDFNode::toString)
        .findFirst()
        .orElse(null);
  }

  /** As link checkers ask: HEAD, and GET where that is not allowed. */
  boolean answers(String address) {
    return known.computeIfAbsent(address, this::asked);
  }

  private boolean asked(String address) {
    int head = status(address, "HEAD");
    return head == OK || (head >= 400 && status(address, "GET") == OK);
  }

  private int status(String address, String method) {
    HttpResponse<InputStream> response = send(address, method);
    try {
      response.body().close();
      return response.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<InputStream> send(String address, String method) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(address + " cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
