package org.stadtstand.serve.table;

import org.springframework.stereotype.Component;
import org.stadtstand.graph.words.FieldWords;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/** The headings of columns in words: those of the fields that they show. */
@Component
class ColumnWords {

  private final FieldWords words;

  ColumnWords(FieldWords words) {
    this.words = words;
  }

  /**
   * The heading for a field. An alias is the caller's own heading, in which an underscore stands
   * for a space.
   *
   * @param in where the field is selected
   */
  Text title(SelectedField field, SelectedField in) {
    if (!field.key().equals(field.field())) {
      String own = field.key().replace('_', ' ').strip();
      return new Text(own, own);
    }
    Text plain =
        words.of(field.parentType(), field.field()).orElse(new Text(field.key(), field.key()));
    return isLabelBeside(field, in) ? labelled(plain) : plain;
  }

  /** The same at the beginning of a heading. */
  Text first(SelectedField field, SelectedField in) {
    Text title = title(field, in);
    return field.key().equals(field.field()) ? FieldWords.heading(title) : title;
  }

  private static boolean isLabelBeside(SelectedField field, SelectedField in) {
    return FieldWords.isLabel(field.field())
        && in.selects(field.field().replaceFirst("Label$", ""));
  }

  /** The heading of the column that gives a value in words. */
  static Text labelled(Text title) {
    return new Text(title.de() + " (in Worten)", title.in(Language.EN) + " (in words)");
  }
}
