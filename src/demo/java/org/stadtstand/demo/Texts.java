package org.stadtstand.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The texts under {@code demo/}: word lists and scripted tables, read from the class path. */
final class Texts {

  private Texts() {}

  static String read(String name) {
    try (InputStream in = Texts.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) {
        throw new IllegalStateException("No text block " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Map<String, String>> rows(String name) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(read(name))) {
      return rows.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A number with at least four digits, independent of the locale. */
  static String padded(int number) {
    String digits = String.valueOf(number);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  /** A key from a German name: "Bußgeld im Straßenverkehr" is "bussgeld-im-strassenverkehr". */
  static String slug(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    String ascii = Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String slug = ascii.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.length() <= 60 ? slug : slug.substring(0, 60).replaceAll("-$", "");
  }
}
