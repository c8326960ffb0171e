package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.answer.FinishedAnswer;
import org.stadtstand.serve.bulk.DataAddress;
import org.stadtstand.serve.bulk.DataFiles;
import org.stadtstand.serve.bulk.DataState;
import org.stadtstand.serve.bulk.PublishedTable;
import org.stadtstand.serve.format.Refusals;

/**
 * The addresses below {@code /data}: whole tables, now and at a release, and what describes them.
 */
@Controller
class DataEndpoint {

  /** Part of every tag: other bytes for the same rows need another one. */
  private static final int EDITION = 1;

  private final ReleaseDirectory releases;
  private final DataFiles files;

  DataEndpoint(ReleaseDirectory releases, DataFiles files) {
    this.releases = releases;
    this.files = files;
  }

  @GetMapping("/data/{file}")
  void file(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    DataAddress address = DataAddress.read(file);
    checkParameters(request);
    DataState state =
        DataState.of(releases.present(), request.getParameter("municipality"), address.release());
    Content content = content(address, file, state);
    head(address, state, response);
    Instant changed = state.changed();
    // Weak, because Tomcat compresses nothing that has a strong one.
    String tag =
        "W/\"%08x-%d-%s.%s-%d\""
            .formatted(
                // All there is to a place: whatever the rules of time add to it changes the tag.
                state.place().hashCode(), state.id(), address.name(), address.suffix(), EDITION);
    ServletWebRequest web = new ServletWebRequest(request, response);
    if (!web.checkNotModified(tag, changed == null ? -1 : changed.toEpochMilli())
        && !request.getMethod().equals("HEAD")) {
      content.write(response.getOutputStream());
    }
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(RuntimeException fault, HttpServletResponse response) {
    if (response.isCommitted()) {
      // Half a file was sent: the connection must break, so that it does not look whole.
      throw fault;
    }
    FinishedAnswer told = Refusals.of(fault);
    response.reset();
    ResponseEntity.BodyBuilder refusal =
        ResponseEntity.status(told.status()).cacheControl(CacheControl.noStore());
    told.headers().forEach(refusal::header);
    return refusal
        .header(HttpHeaders.CONTENT_TYPE, told.contentType())
        .body(told.content() instanceof FinishedAnswer.Bytes made ? made.bytes() : new byte[0]);
  }

  /** Writes a file. */
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private Content content(DataAddress address, String file, DataState state) {
    return switch (address.suffix()) {
      case "csv" -> {
        PublishedTable table =
            files.find(address.name()).orElseThrow(() -> DataAddress.unknown(file));
        yield out -> files.table(state, table, out);
      }
      case "json" -> {
        check(address, file, "datapackage");
        yield out -> out.write(files.description(state, table -> path(table.name(), state)));
      }
      default -> {
        check(address, file, "package");
        yield out -> files.archive(state, out);
      }
    };
  }

  private static void check(DataAddress address, String file, String only) {
    if (!address.name().equals(only)) {
      throw DataAddress.unknown(file);
    }
  }

  private static void checkParameters(HttpServletRequest request) {
    for (String name : request.getParameterMap().keySet()) {
      if (!name.equals("municipality")) {
        throw new ApiError(
            ErrorCode.BAD_ARGUMENT,
            "A whole table has no parameter " + name + ".",
            "It has municipality; for a part of a table or another form ask a question.");
      }
    }
  }

  private static void head(DataAddress address, DataState state, HttpServletResponse response) {
    response.setContentType(
        switch (address.suffix()) {
          case "csv" -> "text/csv;charset=UTF-8;header=present";
          case "json" -> "application/json;charset=UTF-8";
          default -> "application/zip";
        });
    CacheControl caching =
        state.fixed()
            ? CacheControl.maxAge(Duration.ofDays(1)).cachePublic().immutable()
            : CacheControl.maxAge(Duration.ofMinutes(1))
                .cachePublic()
                .staleWhileRevalidate(Duration.ofMinutes(5));
    response.setHeader(HttpHeaders.CACHE_CONTROL, caching.getHeaderValue());
    if (!address.suffix().equals("json")) {
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          "attachment; filename=\"%s-%d-%s.%s\""
              .formatted(state.place().key(), state.number(), address.name(), address.suffix()));
      response.setHeader(
          HttpHeaders.LINK,
          "<datapackage@%d.json?municipality=%s>; rel=\"describedby\"; type=\"application/json\""
              .formatted(state.number(), encoded(state)));
    }
  }

  /** As seen from the description, which lies beside it. */
  private static String path(String table, DataState state) {
    return "%s@%d.csv?municipality=%s".formatted(table, state.number(), encoded(state));
  }

  private static String encoded(DataState state) {
    return URLEncoder.encode(state.place().key(), StandardCharsets.UTF_8);
  }
}
