package org.stadtstand.graph.groups;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.StandIn;

/**
 * What rows of a group have in common.
 *
 * @param value in the form of its column: the name of a choice, a number of a record, a period, …;
 *     null if there is none
 * @param name the value as a filter names it; null if there is none, or no filter says just this
 * @param absent why there is none
 * @param words the value in words
 * @param rank orders the values of a column; those that are absent come last
 */
record GroupKey(
    @Nullable Object value,
    @Nullable String name,
    @Nullable Absence absent,
    Text words,
    Comparable<?> rank) {

  static GroupKey absent(Absence why) {
    return new GroupKey(null, null, why, why.text(), "");
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  int compareTo(GroupKey other) {
    return absent != null || other.absent != null
        ? Integer.compare(
            absent == null ? -1 : absent.ordinal(),
            other.absent == null ? -1 : other.absent.ordinal())
        : ((Comparable) rank).compareTo(other.rank);
  }

  /** Why a row has no value by which it could be grouped. */
  enum Absence implements LabelledChoice {
    NO_VALUE("ohne Angabe", "not given"),
    NO_EVENT("noch nichts erfasst", "nothing recorded yet"),
    OUTSIDE_LEVEL("außerhalb", "outside"),
    WITHHELD(StandIn.WORDS);

    private final Text text;

    Absence(String de, String en) {
      this(new Text(de, en));
    }

    Absence(Text text) {
      this.text = text;
    }

    @Override
    public Text text() {
      return text;
    }
  }
}
