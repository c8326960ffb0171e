package org.stadtstand.ground.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.stadtstand.ground.text.Nearest;
import org.stadtstand.ground.text.Text;

/**
 * A list of codes that somebody else keeps, and the address each of them has on the web. The codes
 * are in {@code vocabularies.csv}; nothing is fetched.
 */
public enum Vocabulary {
  /** The licences of DCAT-AP.de, also by the names that data packages use. */
  LICENCE("licence", "http://dcat-ap.de/def/licenses/"),
  /** The data themes of the European Union. */
  THEME("theme", "http://publications.europa.eu/resource/authority/data-theme/"),
  /** What kind of body publishes, by ADMS. */
  PUBLISHER_TYPE("publisherType", "http://purl.org/adms/publishertype/"),
  /** Who delivers to GovData; the list grows, so one that is not in it may be newer. */
  CONTRIBUTOR("contributor", "http://dcat-ap.de/def/contributors/");

  private static final int PARTS = 3;

  private final String root;
  private final Map<String, String> codes = new LinkedHashMap<>();
  private final Nearest names;

  Vocabulary(String list, String root) {
    this.root = root;
    for (String line : Lines.ALL) {
      String[] parts = line.split(",", PARTS);
      if (parts[0].equals(list)) {
        codes.put(folded(parts[1]), parts[1]);
        for (String other : parts[2].split("\\|")) {
          codes.putIfAbsent(folded(other), parts[1]);
        }
      }
    }
    codes.remove("");
    this.names = new Nearest(codes.values().stream().distinct().toList());
  }

  /** The code that is meant by a name: itself, one of its other names, or its address. */
  public Optional<String> code(String name) {
    String own = name.startsWith(root) ? name.substring(root.length()) : name;
    return Optional.ofNullable(codes.get(folded(own)));
  }

  /** The address of a code; also of one that is newer than the list. */
  public String address(String code) {
    return root + code(code).orElse(code);
  }

  public Collection<String> codes() {
    return codes.values().stream().distinct().toList();
  }

  /** What a word that is not in the list was probably meant to be. */
  public Text hint(String word) {
    return names.hint(word);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The file, read once for all lists. */
  private static final class Lines {

    private static final List<String> ALL = read();

    private static List<String> read() {
      try (InputStream file = Vocabulary.class.getResourceAsStream("/vocabularies.csv")) {
        return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
