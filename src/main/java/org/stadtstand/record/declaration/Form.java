package org.stadtstand.record.declaration;

import java.util.regex.Pattern;
import org.stadtstand.ground.text.Text;

/**
 * The form of a text of which not anything goes.
 *
 * @param words what it is, for whoever has written something else
 */
public record Form(Pattern pattern, Text words) {

  // No user and no password, which would be published; and what would end a link is no part of it.
  private static final String HOST =
      "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]*[\\p{L}\\p{N}]\\.?";

  private static final String REST = "(?::\\d{1,5})?(?:[/?#][^\\s\"<>`\\\\]*)?";

  private static final String MAIL = "[^\\s@\"<>`\\\\,;:?]+@" + HOST + "(?:\\?[^\\s\"<>`\\\\]*)?";

  /** One address of the web, and not two in one cell. */
  public static final Form WEB =
      of(
          "(?i:(?!.*[;,|]https?:)https?://)" + HOST + REST,
          "eine Adresse im Netz wie https://www.example.org/strategie",
          "a web address such as https://www.example.org/strategy");

  /** Where somebody can be reached. */
  public static final Form CONTACT =
      of(
          "(?i:https://)" + HOST + REST + "|mailto:" + MAIL,
          "eine Mailadresse wie mailto:daten@example.org oder eine Adresse wie"
              + " https://www.example.org/kontakt",
          "a mail address such as mailto:data@example.org, or an address such as"
              + " https://www.example.org/contact");

  private static Form of(String pattern, String de, String en) {
    return new Form(Pattern.compile(pattern), new Text(de, en));
  }

  /** So many digits as the example has, zeros at its front among them. */
  public static Form digits(String example) {
    int count = example.length();
    return of(
        "\\d{" + count + "}",
        "%d Ziffern wie %s".formatted(count, example),
        "%d digits such as %s".formatted(count, example));
  }

  public boolean fits(String text) {
    return pattern.matcher(text).matches();
  }
}
