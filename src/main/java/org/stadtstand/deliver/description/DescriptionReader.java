package org.stadtstand.deliver.description;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.deliver.finding.Rule;
import org.stadtstand.ground.text.Nearest;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Form;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.time.ReleaseKind;
import tools.jackson.databind.JsonNode;

/** Reads datapackage.json and reports everything missing or wrong in it at once. */
public final class DescriptionReader {

  private static final List<String> STANDINGS = List.of("EDITORIAL", "OFFICIAL", "DEMO");
  private static final List<String> OWN =
      List.of(
          "municipality",
          "standing",
          "attribution",
          "contact",
          "accrualPeriodicity",
          "catalogue",
          "defaultSource",
          "release");
  // The number is written by the packages of this server, and only this server gives one.
  private static final List<String> OF_RELEASE =
      List.of("kind", "standsFor", "reason", "revokes", "number");
  private static final List<String> OUTER = List.of("name", "title", "description", "homepage");
  // All other properties are texts.
  private static final Set<String> NO_TEXTS = Set.of("catalogue", "release", "revokes", "number");
  private static final Predicate<String> KEY =
      Pattern.compile(RecordType.KEY_PATTERN).asMatchPredicate();

  private static final Text A_KEY =
      new Text(
          "Kleinbuchstaben, Ziffern, Punkte, Unterstriche und Bindestriche wie musterstadt-2025",
          "lower-case letters, digits, dots, underscores and hyphens, such as sampleton-2025");

  private final Findings findings;
  private final ResourceReader resources;
  private final List<String> periodicities;
  private boolean good = true;

  public DescriptionReader(Map<String, RecordType> tables, Findings findings) {
    this.findings = findings;
    this.resources = new ResourceReader(tables, findings);
    this.periodicities =
        Optional.ofNullable(tables.get("municipality"))
            .flatMap(table -> table.column("accrual_periodicity"))
            .map(Column::allowed)
            .orElse(List.of());
  }

  /** Returns null if the description is unusable; the findings say why. */
  public @Nullable Description read(Path folder) throws IOException {
    JsonNode root = new DescriptionFile(findings).read(folder);
    if (root == null) {
      return null;
    }
    texts(root, "", OUTER);
    known(root.path("stadtstand"), "stadtstand.", OWN);
    known(root.path("stadtstand").path("release"), "stadtstand.release.", OF_RELEASE);
    if (!root.path("resources").isMissingNode() && !root.path("resources").isArray()) {
      bad("resources", root.path("resources").toString(), Json.A_LIST);
    }
    return description(root);
  }

  private @Nullable Description description(JsonNode root) {
    JsonNode own = root.path("stadtstand");
    JsonNode release = own.path("release");
    final Map<String, String> given = given(root, own);
    final CatalogueEntry entry = new CatalogueReader(findings).read(root);
    String name = required(root, "name", "name", KEY, A_KEY);
    String municipality = required(own, "municipality", "stadtstand.municipality", KEY, A_KEY);
    ReleaseKind kind = kind(release);
    LocalDate standsFor = standsFor(release, kind);
    final Integer revokes = revokes(release.path("revokes"));
    List<Resource> files = resources.read(root.path("resources"));
    final String source = source(own);
    if (!good || name == null || municipality == null || kind == null) {
      return null;
    }
    return new Description(
        name,
        municipality,
        given,
        entry,
        source,
        kind,
        standsFor,
        Json.text(release, "reason"),
        revokes,
        files,
        resources.files());
  }

  /** Every row without a source would repeat that it is none. */
  private @Nullable String source(JsonNode own) {
    String source = Json.text(own, "defaultSource");
    if (source != null && !KEY.test(source)) {
      bad("stadtstand.defaultSource", source, A_KEY);
    }
    return source;
  }

  private @Nullable Integer revokes(JsonNode number) {
    if (!number.isMissingNode() && !number.isInt()) {
      bad("stadtstand.release.revokes", number.asString("?"), "1, 2, 3 …");
    }
    return number.isInt() ? number.intValue() : null;
  }

  private Map<String, String> given(JsonNode root, JsonNode own) {
    JsonNode licence = root.path("licenses").path(0);
    JsonNode publisher = Json.first(root.path("contributors"), "role", "publisher");
    Map<String, String> given = new LinkedHashMap<>();
    given.put("publisher", need(Json.text(publisher, "title"), DescriptionRule.NO_PUBLISHER));
    String standing =
        required(
            own,
            "standing",
            "stadtstand.standing",
            STANDINGS::contains,
            String.join(", ", STANDINGS));
    given.put("standing", String.valueOf(standing));
    String name = Json.text(licence, "name");
    String url = Json.text(licence, "path");
    boolean licensed = name != null && url != null && Form.WEB.fits(url);
    given.put(
        "licence", need(licensed ? name : null, DescriptionRule.NO_LICENCE, Form.WEB.words()));
    given.put("licence_url", licensed ? String.valueOf(url) : Description.MISSING);
    given.put("attribution", need(Json.text(own, "attribution"), DescriptionRule.NO_ATTRIBUTION));
    String contact = Json.text(own, "contact");
    boolean usable = contact != null && Form.CONTACT.fits(contact);
    given.put(
        "contact", need(usable ? contact : null, DescriptionRule.NO_CONTACT, Form.CONTACT.words()));
    addPeriodicity(own, given);
    return given;
  }

  private void addPeriodicity(JsonNode own, Map<String, String> given) {
    String periodicity = Json.text(own, "accrualPeriodicity");
    if (periodicity != null) {
      if (!periodicities.contains(periodicity)) {
        bad("stadtstand.accrualPeriodicity", periodicity, String.join(", ", periodicities));
      }
      given.put("accrual_periodicity", periodicity);
    }
  }

  /** A missing value does not stop the tables from being read, so their findings come with it. */
  private String need(@Nullable String value, Rule rule, Object... values) {
    if (value == null) {
      findings.add(rule, Description.property(rule.code().substring("no-".length())), values);
    }
    return value == null ? Description.MISSING : value;
  }

  private @Nullable String required(
      JsonNode node, String property, String path, Predicate<String> form, Object expected) {
    String value = Json.text(node, property);
    if (value == null) {
      findings.add(DescriptionRule.MISSING_PROPERTY, Description.property(path), path);
      good = false;
    } else if (!form.test(value)) {
      bad(path, value, expected);
    }
    return value;
  }

  private @Nullable ReleaseKind kind(JsonNode release) {
    String kind =
        required(
            release,
            "kind",
            "stadtstand.release.kind",
            value -> value.equals("PUBLISHED") || value.equals("RECONSTRUCTED"),
            "PUBLISHED, RECONSTRUCTED");
    return good && kind != null ? ReleaseKind.valueOf(kind) : null;
  }

  private @Nullable LocalDate standsFor(JsonNode release, @Nullable ReleaseKind kind) {
    String path = "stadtstand.release.standsFor";
    String text = Json.text(release, "standsFor");
    if (text == null && kind == ReleaseKind.RECONSTRUCTED) {
      findings.add(DescriptionRule.MISSING_PROPERTY, Description.property(path), path);
      good = false;
    }
    LocalDate day = text == null ? null : Json.day(text);
    if (text != null && day == null) {
      bad(path, text, "2025-07-31");
    }
    return day;
  }

  /** A misspelt property would be missing without a word. */
  private void known(JsonNode node, String path, List<String> names) {
    texts(node, path, names);
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        findings.add(
            DescriptionRule.UNKNOWN_PROPERTY,
            Description.property(path + name),
            path + name,
            new Nearest(names).hint(name));
      }
    }
  }

  /** A text that is written as a number, or as a list of one, would be missing without a word. */
  private void texts(JsonNode node, String path, List<String> names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      boolean text = value.isString() || value.isMissingNode() || value.isNull();
      if (!text && !NO_TEXTS.contains(name)) {
        bad(path + name, value.toString(), Json.A_TEXT);
      }
    }
  }

  private void bad(String path, String value, Object expected) {
    findings.add(DescriptionRule.BAD_PROPERTY, Description.property(path), path, value, expected);
    good = false;
  }
}
