package org.stadtstand.deliver.description;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.record.declaration.RecordType;
import tools.jackson.databind.JsonNode;

/** Reads which files a description names, and in which CSV dialect they are written. */
final class ResourceReader {

  // The dialect properties allowed; any other is refused, because it would be ignored silently.
  private static final Set<String> DIALECT =
      Set.of("delimiter", "quoteChar", "doubleQuote", "header", "lineTerminator", "csvddfVersion");

  /** A file of the folder itself, in letters of any language, that no system takes for a path. */
  private static final Predicate<String> FILE_NAME =
      Pattern.compile("[\\p{L}\\p{N}_][^/\\\\:*?\"<>|\\p{Cntrl}]*").asMatchPredicate();

  private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");
  private static final String RESOURCES = "resources.";

  private final Map<String, RecordType> tables;
  private final Findings findings;
  private final Set<String> files = new HashSet<>();

  ResourceReader(Map<String, RecordType> tables, Findings findings) {
    this.tables = tables;
    this.findings = findings;
  }

  List<Resource> read(JsonNode resources) {
    List<Resource> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : resources) {
      String name = String.valueOf(Json.text(node, "name"));
      RecordType type = tables.get(name);
      FindingPlace place = Description.property(RESOURCES + name);
      String file = String.valueOf(path(node)).replaceFirst(".*/", "");
      boolean own = files.add(file);
      if (Json.text(node, "name") == null) {
        missing(RESOURCES + "name");
      } else if (type == null) {
        findings.add(
            DescriptionRule.UNKNOWN_TABLE,
            place,
            name,
            KnownNames.tables(tables.values()).hint(name));
      } else if (!names.add(name)) {
        findings.add(DescriptionRule.TABLE_TWICE, place, name);
      } else if (!own) {
        findings.add(DescriptionRule.FILE_TWICE, place, file);
      } else {
        Resource resource = resource(type, node, place);
        if (resource != null) {
          all.add(resource);
        }
      }
    }
    return all;
  }

  /** The names of all files mentioned, including those of unusable resources. */
  Set<String> files() {
    return files;
  }

  private @Nullable Resource resource(RecordType type, JsonNode node, FindingPlace place) {
    String path = path(node);
    if (path == null || !FILE_NAME.test(path)) {
      String shown = path == null ? node.path("path").toString() : path;
      findings.add(DescriptionRule.BAD_PATH, place, type.table(), shown);
      return null;
    }
    Dialect dialect = dialect(node, place);
    Resource.Schema schema = new SchemaCheck(type, findings).check(node.path("schema"));
    if (dialect != null && !dialect.header() && schema.fields().isEmpty()) {
      missing(place.columnName() + ".schema.fields");
      return null;
    }
    FileContent content = content(node, place);
    return dialect == null ? null : new Resource(type.table(), path, dialect, schema, content);
  }

  /** From the folder itself, which may be said. */
  private static @Nullable String path(JsonNode node) {
    String path = Json.text(node, "path");
    return path == null ? null : path.replaceFirst("^(\\./+)+", "");
  }

  private FileContent content(JsonNode node, FindingPlace place) {
    JsonNode bytes = node.path("bytes");
    boolean whole = bytes.isIntegralNumber() && bytes.bigIntegerValue().signum() >= 0;
    if (!whole && !bytes.isMissingNode()) {
      unusable(place, "bytes", bytes, "20480");
    }
    JsonNode hash = node.path("hash");
    FileContent.Hash known = hash.isString() ? FileContent.Hash.of(hash.stringValue()) : null;
    if (known == null && !hash.isMissingNode()) {
      unusable(place, "hash", hash, "sha256:9f86d0…, sha512:…, sha1:…, md5:…");
    }
    return new FileContent(whole ? bytes.bigIntegerValue() : null, known);
  }

  private void unusable(FindingPlace place, String property, JsonNode value, String expected) {
    findings.add(
        DescriptionRule.BAD_PROPERTY, place, property, value.asString(value.toString()), expected);
  }

  private void missing(String property) {
    findings.add(DescriptionRule.MISSING_PROPERTY, Description.property(property), property);
  }

  private @Nullable Dialect dialect(JsonNode node, FindingPlace place) {
    JsonNode dialect = node.path("dialect");
    if (!dialect.isObject() && !dialect.isMissingNode()) {
      // The address of a dialect kept elsewhere, which would be ignored.
      unsupported(node, "dialect", place);
      return null;
    }
    Character delimiter = character(dialect, "delimiter", ',', place);
    Character quote = character(dialect, "quoteChar", '"', place);
    Charset encoding = encoding(node.path("encoding"), place);
    boolean known = true;
    for (String property : dialect.propertyNames()) {
      known &= supported(property, dialect.path(property)) || unsupported(dialect, property, place);
    }
    if (delimiter != null && delimiter.equals(quote)) {
      known = unsupported(dialect, "quoteChar", place);
    }
    if (delimiter == null || quote == null || encoding == null || !known) {
      return null;
    }
    return new Dialect(encoding, delimiter, quote, dialect.path("header").booleanValue(true));
  }

  private static boolean supported(String property, JsonNode value) {
    return switch (property) {
      case "header" -> value.isBoolean();
      case "doubleQuote" -> value.booleanValue(false);
      case "lineTerminator" -> LINE_ENDS.contains(value.asString(""));
      default -> DIALECT.contains(property);
    };
  }

  private @Nullable Character character(
      JsonNode dialect, String property, char otherwise, FindingPlace place) {
    if (dialect.path(property).isMissingNode()) {
      return otherwise;
    }
    String text = dialect.path(property).asString("");
    if (text.length() == 1 && text.charAt(0) != '\n' && text.charAt(0) != '\r') {
      return text.charAt(0);
    }
    unsupported(dialect, property, place);
    return null;
  }

  private boolean unsupported(JsonNode dialect, String property, FindingPlace place) {
    String value = dialect.path(property).asString(dialect.path(property).toString());
    findings.add(DescriptionRule.UNSUPPORTED_DIALECT, place, property, value, place.columnName());
    return false;
  }

  private @Nullable Charset encoding(JsonNode given, FindingPlace place) {
    String name = given.isMissingNode() ? "utf-8" : given.asString(given.toString()).strip();
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      unusable(place, "encoding", given, "utf-8");
      return null;
    }
  }
}
