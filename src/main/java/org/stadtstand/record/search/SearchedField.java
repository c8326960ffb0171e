package org.stadtstand.record.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.ValueText;

/**
 * A text of a published row that search looks through: everything that publishers write freely, but
 * no addresses and no numbers of a given form. Which they are follows from the declaration of the
 * table.
 *
 * @param name of the column, as in a delivery
 * @param column null for the key, which stands in no column
 * @param weight how much a word found in it counts
 */
public record SearchedField(String name, @Nullable Column column, Language language, int weight) {

  private static final int TITLE = 8;
  private static final int KEY = 4;
  private static final int TEXT = 3;
  private static final int NOTE = 1;

  private static final String ENGLISH = "_en";
  private static final Text KEY_LABEL = new Text("Schlüssel", "key");

  /** In the order of the columns; the key of what has a title comes last. */
  public static List<SearchedField> of(RecordType type) {
    String title = type.title().map(Column::name).orElse("");
    List<SearchedField> fields = new ArrayList<>();
    for (Column column : type.columns()) {
      if (isTitle(column.name(), title)) {
        fields.add(of(column, TITLE));
      } else if (isFree(column)) {
        fields.add(of(column, column.name().equals("note") ? NOTE : TEXT));
      }
    }
    if (!title.isEmpty() && type.hasOwnKey()) {
      fields.add(new SearchedField("key", null, Language.DE, KEY));
    }
    return fields;
  }

  private static SearchedField of(Column column, int weight) {
    Language language = column.name().endsWith(ENGLISH) ? Language.EN : Language.DE;
    return new SearchedField(column.name(), column, language, weight);
  }

  private static boolean isTitle(String column, String title) {
    return column.equals(title)
        || column.equals(title + ENGLISH)
        || title.endsWith("_de") && column.equals(title.replaceAll("_de$", ENGLISH));
  }

  private static boolean isFree(Column column) {
    return column.kind() == Kind.LIST || column.kind() == Kind.TEXT && column.form() == null;
  }

  public String label(Language language) {
    return column == null ? KEY_LABEL.in(language) : column.label(language);
  }

  /** The SQL for the text in the row with this alias. */
  String sql(String alias) {
    return column == null
        ? "(select k.key from record k where k.id = " + alias + ".record)"
        : ValueText.sql(column, alias);
  }
}
