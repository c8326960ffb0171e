package org.stadtstand.serve.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.serve.bulk.FileStore;
import org.stadtstand.serve.catalogue.Catalogue.CatalogueCity;
import org.stadtstand.serve.catalogue.CityEntry.Answered;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.format.Representation.Bytes;
import org.stadtstand.serve.format.Representation.Flow;
import org.stadtstand.serve.format.Representation.Keeping;
import org.stadtstand.serve.format.ServerAddress;
import org.stadtstand.serve.response.Response;
import org.stadtstand.serve.response.ResponseHandler;
import org.stadtstand.serve.view.ServerAddresses;

/**
 * Writes pages of the catalogue, and keeps them on disk like other whole files, so that only one
 * page is ever in memory.
 */
@Component
class CataloguePages {

  private final Catalogue catalogue;
  private final AnsweredQuestions questions;
  private final FileStore store;
  private final ServerAddresses addresses;
  private final ResponseHandler handler;

  CataloguePages(
      Catalogue catalogue,
      AnsweredQuestions questions,
      FileStore store,
      ServerAddresses addresses,
      ResponseHandler handler) {
    this.catalogue = catalogue;
    this.questions = questions;
    this.store = store;
    this.addresses = addresses;
    this.handler = handler;
  }

  /** What a page is made of; the same for equal bytes. */
  private record Key(
      String base,
      CatalogueForm form,
      CatalogueSettings settings,
      List<String> keys,
      @Nullable MunicipalityRef place,
      int release,
      @Nullable Instant changed) {}

  Response page(CatalogueAddress asked, String path, HttpServletRequest request) {
    ServerAddress server = addresses.of(request);
    List<CatalogueCity> all = catalogue.cities();
    CatalogueCity city = asked.city() == null ? first(all) : named(asked.city(), all, path);
    Key key =
        new Key(
            server.url(),
            asked.form(),
            catalogue.settings(all),
            all.stream().map(CatalogueCity::key).toList(),
            city == null ? null : city.state().place(),
            city == null ? 0 : city.state().id(),
            city == first(all) ? catalogue.changed(all) : null);
    Flow page = out -> written(key, city, server, request).write(out);
    try {
      return city == null || server.keeping() == Keeping.NOBODY
          ? Response.once(made(key, new Bytes(bytes(page)), null, Keeping.NOBODY))
          : kept(key, page, city, server.keeping(), handler.mayCompress(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable CatalogueCity first(List<CatalogueCity> all) {
    return all.isEmpty() ? null : all.getFirst();
  }

  private static CatalogueCity named(String key, List<CatalogueCity> all, String path) {
    return all.stream()
        .filter(city -> city.key().equals(key))
        .findFirst()
        .orElseThrow(() -> CatalogueAddress.unknown(path));
  }

  private CataloguePage written(
      Key key, @Nullable CatalogueCity city, ServerAddress server, HttpServletRequest request) {
    List<Answered> answered =
        city != null && catalogue.isDefault(city)
            ? questions.all(city.key(), city.state().number(), server, request)
            : List.of();
    return new CataloguePage(
        new Addresses(key.base()),
        key.form(),
        key.settings(),
        key.keys(),
        city == null ? null : catalogue.entry(city, answered),
        key.changed());
  }

  private Response kept(Key key, Flow page, CatalogueCity city, Keeping keeping, boolean gzip)
      throws IOException {
    return store.response(
        key,
        page,
        gzip,
        sent -> made(key, sent, city.state().basis(), keeping),
        city.state().changed());
  }

  private static byte[] bytes(Flow page) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    page.writeTo(out);
    return out.toByteArray();
  }

  private static Representation made(
      Key key, Representation.Content content, @Nullable Basis basis, Keeping keeping) {
    String page = key.place() == null ? "" : "/" + key.place().key();
    String alternates =
        Arrays.stream(CatalogueForm.values())
            .filter(form -> form != key.form())
            .map(
                form ->
                    "<%s%s%s>; rel=\"alternate\"; type=\"%s\""
                        .formatted(CatalogueAddress.ROOT, page, form.suffix(), form.mediaType()))
            .collect(Collectors.joining(", "));
    return new Representation(
        200,
        key.form().mediaType() + ";charset=UTF-8",
        Map.of("Link", alternates),
        content,
        basis,
        keeping);
  }
}
