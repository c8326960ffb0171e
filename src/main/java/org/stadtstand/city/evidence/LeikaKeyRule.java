package org.stadtstand.city.evidence;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RowRule;

/**
 * A LeiKa key is 99 followed by twelve more digits. Spreadsheets display such a number as 9,9E+13
 * and save what they display, which destroys the key; the finding names this cause instead of only
 * rejecting the form.
 */
class LeikaKeyRule implements RowRule {

  private static final Pattern KEY = Pattern.compile("99\\d{12}");
  private static final Pattern MANGLED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d+");

  @Override
  public String name() {
    return "leika-key";
  }

  @Override
  public String table() {
    return "identifier";
  }

  @Override
  public Optional<Text> violation(Function<String, @Nullable String> row) {
    String value = row.apply("value");
    if (!"LEIKA".equals(row.apply("scheme")) || value == null || KEY.matcher(value).matches()) {
      return Optional.empty();
    }
    return Optional.of(MANGLED.matcher(value).matches() ? mangled(value) : malformed(value));
  }

  private static Text mangled(String value) {
    return new Text(
        ("%s war ein LeiKa-Schlüssel, bis eine Tabellenkalkulation ihn als Zahl gespeichert hat."
                + " Die Spalte als Text formatieren und den Schlüssel neu eintragen.")
            .formatted(value),
        ("%s was a LeiKa key until a spreadsheet saved it as a number."
                + " Format the column as text and enter the key again.")
            .formatted(value));
  }

  private static Text malformed(String value) {
    return new Text(
        "%s ist kein LeiKa-Schlüssel; ein solcher hat 14 Ziffern und beginnt mit 99."
            .formatted(value),
        "%s is not a LeiKa key, which has 14 digits and begins with 99.".formatted(value));
  }
}
