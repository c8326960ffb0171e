package org.stadtstand.ground.text;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * German texts in one old encoding that were read in another: "Stra§e" and "GrŸn" for "Straße" and
 * "Grün". All bytes are valid, so only what German words can hold tells it.
 *
 * @param encoding in which the text was saved
 * @param other in which it was read
 * @param signs as which that shows the letters of {@link #GERMAN}
 */
public record ForeignSigns(String encoding, String other, String signs) {

  private static final String GERMAN = "äöüÄÖÜß";

  private static final String MAC = "MacRoman";
  private static final String DOS = "CP850";
  private static final String WINDOWS = "windows-1252";

  /** A test makes them anew from the encodings, some of which a server may lack. */
  static final List<ForeignSigns> ALL =
      List.of(
          new ForeignSigns(MAC, WINDOWS, "ŠšŸ€…†§"),
          new ForeignSigns(DOS, WINDOWS, "„”\u0081Ž™šá"),
          new ForeignSigns(DOS, MAC, "ÑîÅéôö·"),
          new ForeignSigns(WINDOWS, MAC, "‰ˆ¸ƒ÷‹ﬂ"),
          new ForeignSigns(WINDOWS, DOS, "õ÷³─Í▄▀"),
          new ForeignSigns(MAC, DOS, "èÜƒÇàåº"),
          new ForeignSigns(WINDOWS, "windows-1251", "дцьДЦЬЯ"));

  private static final Pattern CAPITAL_WITHIN = Pattern.compile("[a-z][ÄÖÜ]|[A-Z][ÄÖÜ](?=[a-z])");

  /** Letters around a sign: "a÷b" is no word. */
  private static final int SHORTEST = 3;

  /** What may stand between two small letters where somebody wrote it so, or forgot a blank. */
  private static final String PLAUSIBLE = "€…„”·‹³º™";

  private static final BitSet SIGNS =
      ALL.stream()
          .flatMapToInt(each -> each.signs.chars())
          .collect(BitSet::new, BitSet::set, BitSet::or);

  /** Beginnings and middles of frequent words, none of which comes about by chance. */
  private static final Pattern FREQUENT =
      Pattern.compile(
          "\\bfür|\\büber(?!gs?\\b)|straße|größ|\\bgroß|maßnahm|öffent|können|möglich|förder|gebäud|behörd"
              + "|bürger|städt|prüf|ämter|verfüg|führ|unterstütz|schüler|schließ|außer|gemäß"
              + "|zuständ|qualität|mobilität|flächen|würd|müss|während|jährlich|fähig|nächst"
              + "|später|träger|täglich|stück|begründ|grün|süd|düsseldorf|münchen|köln|lösung"
              + "|zusätz|ergänz|änder|übersicht|anträg|geschäft|beschäftig|einkünft|gebühr"
              + "|räum|länd|häus|schätz|vorschläg|verträg|dafür|hierfür|erhöh|benötig|höchst",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** How a text was probably misread; empty if it may well be meant as it is. */
  public static Optional<ForeignSigns> of(String text) {
    if (text.chars().noneMatch(SIGNS::get)) {
      return Optional.empty();
    }
    return ALL.stream()
        .filter(each -> each.explains(text))
        .sorted(Comparator.comparing(each -> -words(each.saved(text))))
        .findFirst();
  }

  /** The text as it was probably saved. */
  public String saved(String text) {
    StringBuilder saved = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int letter = signs.indexOf(text.charAt(i));
      if (letter >= 0) {
        saved.setCharAt(i, GERMAN.charAt(letter));
      }
    }
    return saved.toString();
  }

  private boolean explains(String text) {
    String saved = saved(text);
    // A text that was misread has no German letter of its own.
    boolean own = text.chars().anyMatch(c -> GERMAN.indexOf(c) >= 0 && signs.indexOf(c) < 0);
    return !own
        && !saved.equals(text)
        && !CAPITAL_WITHIN.matcher(saved).find()
        && (IntStream.range(1, text.length() - 1).anyMatch(i -> isForeign(text, i))
            || words(saved) > words(text));
  }

  /** Whether something stands within a word that no word holds: no small letter, and no link. */
  private boolean isForeign(String text, int i) {
    char sign = text.charAt(i);
    boolean latin = Character.UnicodeScript.of(sign) == Character.UnicodeScript.LATIN;
    return signs.indexOf(sign) >= 0
        && PLAUSIBLE.indexOf(sign) < 0
        && !(latin && Character.isLowerCase(sign) && sign != 'ƒ')
        && isSmall(text.charAt(i - 1))
        && isSmall(text.charAt(i + 1))
        && letters(text, i, -1) + letters(text, i, 1) >= SHORTEST;
  }

  /** How many letters there are beside a sign, in this direction. */
  private static int letters(String text, int sign, int direction) {
    int i = sign + direction;
    while (i >= 0 && i < text.length() && Character.isLetter(text.charAt(i))) {
      i += direction;
    }
    return Math.abs(i - sign) - 1;
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static long words(String text) {
    return FREQUENT.matcher(text.toLowerCase(Locale.ROOT)).results().count();
  }
}
