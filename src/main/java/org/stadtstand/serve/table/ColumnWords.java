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
   * The heading for a field: its words, and in parentheses what its arguments pick out. An alias
   * that begins with a capital is the caller's own heading, in which an underscore stands for a
   * space; any other is one only where the words would not tell two columns apart.
   *
   * @param in where the field is selected
   */
  Text title(SelectedField field, SelectedField in) {
    return isOwn(field, in) ? own(field) : worded(field, in);
  }

  /** The same at the beginning of a heading. */
  Text first(SelectedField field, SelectedField in) {
    Text title = title(field, in);
    return isOwn(field, in) ? title : FieldWords.heading(title);
  }

  private boolean isOwn(SelectedField field, SelectedField in) {
    if (field.key().equals(field.field())) {
      return false;
    }
    if (Character.isUpperCase(field.key().charAt(0))
        || narrows(field, in) && field.condition(words) == null) {
      return true;
    }
    Text title = worded(field, in);
    return in.children().stream()
        .anyMatch(other -> other != field && worded(other, in).equals(title));
  }

  private static Text own(SelectedField field) {
    String own = field.key().replace('_', ' ').strip();
    return new Text(own, own);
  }

  /** What is in a column is said there; a list around it only where there is another like it. */
  private static boolean narrows(SelectedField field, SelectedField in) {
    return field.isLeaf()
        || field.field().equals("asKnown")
        || in.children().stream()
            .anyMatch(other -> other != field && other.field().equals(field.field()));
  }

  private Text worded(SelectedField field, SelectedField in) {
    Text plain =
        words.of(field.parentType(), field.field()).orElse(new Text(field.key(), field.key()));
    Text labelled = isLabelBeside(field, in) ? labelled(plain) : plain;
    Text condition = narrows(field, in) ? field.condition(words) : null;
    return condition == null || condition.de().isEmpty()
        ? labelled
        : new Text(
            "%s (%s)".formatted(labelled.de(), condition.de()),
            "%s (%s)".formatted(labelled.in(Language.EN), condition.in(Language.EN)));
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
