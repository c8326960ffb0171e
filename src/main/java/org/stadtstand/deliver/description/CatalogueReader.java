package org.stadtstand.deliver.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.ground.text.InvisibleCharacters;
import org.stadtstand.ground.text.Nearest;
import org.stadtstand.ground.text.NormalForm;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.vocabulary.Vocabulary;
import org.stadtstand.record.declaration.Form;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a description says for catalogues. A value that no catalogue could use is refused; a
 * gap is only told, because a record can be published without being harvested.
 */
final class CatalogueReader {

  private static final String OWN = "stadtstand.catalogue.";
  private static final List<String> PROPERTIES =
      List.of("themes", "publisherType", "contributorId");
  private static final int LONGEST_KEYWORD = 100;
  private static final int MOST_KEYWORDS = 50;
  private static final Text KEYWORD =
      new Text(
          "ein Text mit höchstens %d Zeichen".formatted(LONGEST_KEYWORD),
          "a text of at most %d characters".formatted(LONGEST_KEYWORD));
  private static final Text KEYWORDS =
      new Text(
          "eine Liste von höchstens %d Texten wie [\"Digitalstrategie\"]".formatted(MOST_KEYWORDS),
          "a list of at most %d texts such as [\"Digitalstrategie\"]".formatted(MOST_KEYWORDS));
  private static final Predicate<String> CONTRIBUTOR =
      Pattern.compile("[A-Za-z0-9]{1,120}").asMatchPredicate();

  private final Findings findings;

  CatalogueReader(Findings findings) {
    this.findings = findings;
  }

  CatalogueEntry read(JsonNode root) {
    JsonNode own = root.path("stadtstand").path("catalogue");
    known(own);
    CatalogueEntry entry =
        new CatalogueEntry(
            Json.text(root, "title"),
            Json.text(root, "description"),
            licenceTitle(root.path("licenses").path(0)),
            keywords(root.path("keywords")),
            themes(own.path("themes")),
            homepage(Json.text(root, "homepage")),
            publisherType(Json.text(own, "publisherType")),
            contributor(Json.text(own, "contributorId")));
    if (!"DEMO".equals(Json.text(root.path("stadtstand"), "standing"))) {
      gaps(entry);
    }
    return entry;
  }

  /** What every dataset of DCAT-AP.de has, beyond what every delivery has. */
  private void gaps(CatalogueEntry entry) {
    List<String> missing = new ArrayList<>();
    if (entry.title() == null) {
      missing.add("title");
    }
    if (entry.description() == null) {
      missing.add("description");
    }
    if (entry.contributor() == null) {
      missing.add(OWN + "contributorId");
    }
    if (!missing.isEmpty()) {
      findings.add(
          DescriptionRule.NOT_IN_CATALOGUE,
          Description.property(missing.getFirst()),
          String.join(", ", missing));
    }
  }

  private @Nullable String licenceTitle(JsonNode licence) {
    String name = Json.text(licence, "name");
    if (name != null && Vocabulary.LICENCE.code(name).isEmpty()) {
      findings.add(
          DescriptionRule.UNKNOWN_LICENCE,
          Description.property("licence"),
          name,
          Vocabulary.LICENCE.hint(name));
    }
    return Json.text(licence, "title");
  }

  private List<String> keywords(JsonNode given) {
    List<String> keywords = new ArrayList<>();
    for (JsonNode each : given) {
      String word = each.isString() ? InvisibleCharacters.strip(each.stringValue()) : "";
      if (word.isEmpty() || word.length() > LONGEST_KEYWORD) {
        bad("keywords", each.toString(), KEYWORD);
      } else {
        keywords.add(NormalForm.of(word));
      }
    }
    if (!given.isMissingNode() && (!given.isArray() || keywords.size() > MOST_KEYWORDS)) {
      bad("keywords", shortened(given), KEYWORDS);
    }
    return keywords.stream().distinct().toList();
  }

  private List<String> themes(JsonNode given) {
    List<String> themes = new ArrayList<>();
    for (JsonNode each : given) {
      Optional<String> code = Vocabulary.THEME.code(each.asString(""));
      if (code.isEmpty()) {
        bad(OWN + "themes", each.toString(), String.join(", ", Vocabulary.THEME.codes()));
      }
      code.ifPresent(themes::add);
    }
    if (!given.isMissingNode() && !given.isArray()) {
      bad(OWN + "themes", shortened(given), "[\"GOVE\"]");
    }
    return themes.stream().distinct().toList();
  }

  private @Nullable String homepage(@Nullable String address) {
    if (address != null && !Form.WEB.fits(address)) {
      bad("homepage", address, Form.WEB.words());
    }
    return address;
  }

  private @Nullable String publisherType(@Nullable String name) {
    if (name == null) {
      return null;
    }
    Optional<String> code = Vocabulary.PUBLISHER_TYPE.code(name);
    if (code.isEmpty()) {
      bad(OWN + "publisherType", name, String.join(", ", Vocabulary.PUBLISHER_TYPE.codes()));
    }
    return code.orElse(null);
  }

  private @Nullable String contributor(@Nullable String name) {
    if (name == null) {
      return null;
    }
    Optional<String> code = Vocabulary.CONTRIBUTOR.code(name);
    if (code.isEmpty() && CONTRIBUTOR.test(name)) {
      findings.add(
          DescriptionRule.UNKNOWN_CONTRIBUTOR,
          Description.property(OWN + "contributorId"),
          name,
          Vocabulary.CONTRIBUTOR.hint(name));
    } else if (code.isEmpty()) {
      bad(OWN + "contributorId", name, "openNRW");
    }
    return code.orElse(name);
  }

  private void known(JsonNode own) {
    for (String name : own.propertyNames()) {
      if (!PROPERTIES.contains(name)) {
        findings.add(
            DescriptionRule.UNKNOWN_PROPERTY,
            Description.property(OWN + name),
            OWN + name,
            new Nearest(PROPERTIES).hint(name));
      } else if (!name.equals("themes") && !own.path(name).isString()) {
        bad(OWN + name, shortened(own.path(name)), Json.A_TEXT);
      }
    }
    if (!own.isMissingNode() && !own.isObject()) {
      bad("stadtstand.catalogue", shortened(own), Json.AN_OBJECT);
    }
  }

  private static String shortened(JsonNode node) {
    String text = node.toString();
    return text.length() > LONGEST_KEYWORD ? text.substring(0, LONGEST_KEYWORD) + "…" : text;
  }

  private void bad(String path, String value, Object expected) {
    findings.add(DescriptionRule.BAD_PROPERTY, Description.property(path), path, value, expected);
  }
}
