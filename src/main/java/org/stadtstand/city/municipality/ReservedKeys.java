package org.stadtstand.city.municipality;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RowRule;

/**
 * Keys that no municipality may have, because its pages are at {@code /key}: the first part of each
 * address that the server has or may come to have, and words with a meaning in questions.
 */
final class ReservedKeys implements RowRule {

  private static final Set<String> WORDS =
      Set.of(
          """
          about accessibility account actuator admin all alle answer answers any api apps
          assets atom auth barrierefreiheit blog bulk cache catalog catalogue changes chart
          charts claims compare contact css data datapackage dataset datasets datenschutz dcat
          de decisions default deliveries delivery demo developers diff docs download
          downloads embed en error events every examples export false favicon feed feeds files
          fonts frame frames graphiql graphql health help hilfe history home id images img import impressum
          imprint index ingest js kontakt legal licence license livez login logout logs manifest map
          mcp media metrics municipalities municipality new news node nodes none null oai
          oauth openapi package packages pages ping privacy project projects public q queries
          query readyz releases rest robots rss schema search service services settings setup signup
          site sitemap sources sparql staedte stadtstand static stats status stories story style
          styles subscriptions suche support swagger table tables takeaway target targets terms topics
          true undefined upload user users v1 v2 verify view void webhook webhooks webjars
          well-known wiki ws www zeit\
          """
              .split("\\s+"));

  @Override
  public String name() {
    return "reserved-key";
  }

  @Override
  public String table() {
    return "municipality";
  }

  @Override
  public Optional<Text> violation(Function<String, @Nullable String> row) {
    String key = row.apply("key");
    return key == null || !isReserved(key)
        ? Optional.empty()
        : Optional.of(
            new Text(
                "%s kann kein Schlüssel einer Kommune sein: Das Wort steht für etwas anderes."
                    .formatted(key),
                "%s cannot be the key of a municipality: the word means something else."
                    .formatted(key)));
  }

  /**
   * The words themselves, also with a suffix such as .html; and figures, which are an AGS or ARS.
   */
  static boolean isReserved(String key) {
    int dot = key.indexOf('.');
    String word = (dot < 0 ? key : key.substring(0, dot)).toLowerCase(Locale.ROOT);
    return WORDS.contains(word) || word.chars().allMatch(Character::isDigit);
  }
}
