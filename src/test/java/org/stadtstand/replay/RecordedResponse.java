package org.stadtstand.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.stadtstand.replay.RawHttp.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response written for reading: status, header fields in the order of their names, then length
 * and SHA-256 of the body, which say byte for byte what it was, and the body laid out.
 */
final class RecordedResponse {

  /** Header fields whose values are not compared, each with the reason. */
  private static final Map<String, String> MASKED =
      Map.of("Date", "the web server takes it from the machine's own time");

  /** What else of a workbook is not: header fields, and one of the files in it. */
  private static final Map<String, String> MASKED_OF_WORKBOOKS =
      Map.of(
          "docProps/core.xml",
          "the library notes in it when it wrote, by the machine's own time",
          "ETag",
          "made of all bytes, those among them",
          "Content-Length",
          "a moment may be packed into a byte more or less");

  private static final String NOT_COMPARED = "(not compared)";

  private static final int SHOWN_WHOLE = 20_000;
  private static final int LINES_SHOWN = 25;
  private static final int WIDTH_SHOWN = 300;

  private static final Pattern TEXT =
      Pattern.compile(
          "text/.*|.*json.*|.*xml.*|.*javascript.*|application/x-(ndjson|bibtex|research.*)");

  private static final Pattern LOOKS_LIKE_OURS = Pattern.compile("(?m)^(###|>>>)");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RecordedResponse() {}

  static String of(Response response) throws IOException {
    String head =
        response.headers().stream()
            .map(header -> masked(header, isWorkbook(response)))
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .collect(Collectors.joining("\n"));
    return (">>> " + response.statusLine() + "\n" + head + "\n\n" + body(response)).strip();
  }

  private static String masked(String header, boolean ofWorkbook) {
    String name = header.substring(0, header.indexOf(':'));
    boolean masked =
        MASKED.containsKey(name) || (ofWorkbook && MASKED_OF_WORKBOOKS.containsKey(name));
    return masked ? name + ": " + NOT_COMPARED : header;
  }

  private static boolean isWorkbook(Response response) {
    return response.header("Content-Type").contains("spreadsheetml");
  }

  private static String body(Response response) throws IOException {
    byte[] bytes = response.body();
    if (bytes.length == 0) {
      return "# no body";
    }
    if (response.header("Content-Encoding").equals("gzip")) {
      byte[] plain = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
      return measured(bytes) + "; unpacked:\n" + shown(plain, response.header("Content-Type"));
    }
    return isWorkbook(response)
        ? "# a workbook; in it:\n" + entries(bytes)
        : shown(bytes, response.header("Content-Type"));
  }

  private static String shown(byte[] bytes, String type) throws IOException {
    if (isZip(bytes)) {
      return measured(bytes) + "; in it:\n" + entries(bytes);
    }
    if (!TEXT.matcher(type.toLowerCase(Locale.ROOT)).matches()) {
      return measured(bytes);
    }
    String text = laidOut(new String(bytes, StandardCharsets.UTF_8));
    return bytes.length > SHOWN_WHOLE
        ? measured(bytes) + "; it begins:\n" + beginning(text)
        : measured(bytes) + "\n" + text;
  }

  private static String measured(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "# %,d bytes, sha-256 %s".formatted(bytes.length, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static boolean isZip(byte[] bytes) {
    return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
  }

  /** By the table at its end: entries of a workbook say their sizes only there. */
  private static String entries(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("replay", ".zip");
    try {
      Files.write(file, bytes);
      StringBuilder list = new StringBuilder();
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          byte[] content = zip.getInputStream(entry).readAllBytes();
          String name = entry.getName();
          list.append(name).append(' ');
          list.append(MASKED_OF_WORKBOOKS.containsKey(name) ? NOT_COMPARED : measured(content));
          list.append('\n');
        }
      }
      return list.toString();
    } finally {
      Files.delete(file);
    }
  }

  private static String laidOut(String text) {
    String plain = text;
    if (text.startsWith("{")) {
      try {
        plain = JSON.writeValueAsString(JSON.readValue(text, Object.class));
      } catch (JacksonException e) {
        // Lines of JSON are no JSON; they are shown as they are.
        plain = text;
      }
    }
    String visible = plain.replace('\r', '␍').replace("\uFEFF", "⟨byte order mark⟩");
    return LOOKS_LIKE_OURS.matcher(visible).replaceAll(" $1");
  }

  private static String beginning(String text) {
    return text.lines()
        .limit(LINES_SHOWN)
        .map(line -> line.length() > WIDTH_SHOWN ? line.substring(0, WIDTH_SHOWN) + "…" : line)
        .collect(Collectors.joining("\n"));
  }
}
