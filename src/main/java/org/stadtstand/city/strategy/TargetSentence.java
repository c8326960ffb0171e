package org.stadtstand.city.strategy;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.strategy.TargetState.Statement;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.unit.Unit;

/**
 * What became of a target, in one quotable sentence with number, unit, date and how the number came
 * about. What is unknown is left out or said to be missing, never guessed; what the law withholds
 * is said to be withheld, because the city did name it.
 *
 * @param withheld what of it is withheld by law
 */
record TargetSentence(
    Text wording,
    TargetKind kind,
    @Nullable BigDecimal targetValue,
    @Nullable Unit unit,
    @Nullable Direction direction,
    @Nullable PartialDate dueOn,
    TargetState state,
    Withheld withheld) {

  /**
   * What the law withholds.
   *
   * @param latest the value of the last observation
   */
  record Withheld(boolean dueOn, boolean targetValue, boolean latest) {

    static final Withheld NOTHING = new Withheld(false, false, false);

    /** By the withheld columns of the target and of its last observation. */
    static Withheld of(Collection<String> target, Collection<String> latest) {
      return new Withheld(
          target.contains("due_on"), target.contains("target_value"), latest.contains("value"));
    }
  }

  String in(Language language) {
    SentenceWords words = new SentenceWords(language);
    return words.pick("Ziel ", "Target ") + named(language) + due(words) + verdict(words) + ".";
  }

  private String due(SentenceWords words) {
    if (dueOn != null) {
      return words.pick(" für ", " for ") + words.end(dueOn) + " ";
    }
    return withheld.dueOn()
        ? words.pick(" mit gesetzlich zurückgehaltener Frist ", " with a deadline withheld by law ")
        : words.pick(" ohne Frist ", " without a deadline ");
  }

  /** The promise in its own words, because a sentence pasted alone has nothing around it. */
  private String named(Language language) {
    String quoted = language.quoted(wording.in(language).replaceFirst("\\.$", ""));
    boolean translated = !wording.in(language).equals(wording.in(Language.DE));
    return translated ? quoted + " (translated)" : quoted;
  }

  private String verdict(SentenceWords words) {
    TargetFigures figures = new TargetFigures(kind, targetValue, unit, direction, words);
    SeenValue basis = state.basis();
    return switch (state.outcome()) {
      case NOT_DUE -> notDue(figures, words);
      case REACHED -> figures.against(words.pick("erreicht", "reached"), basis);
      case REACHED_LATE -> figures.against(words.pick("verspätet erreicht", "reached late"), basis);
      case REACHED_UNVERIFIED -> unverified(figures, words);
      case MISSED -> figures.instead(words.pick("verfehlt", "missed"), basis);
      case MISSED_ON_LAST_VALUE ->
          figures.instead(words.pick("nach letztem Wert verfehlt", "missed by last value"), basis)
              + later(figures);
      case DUE_UNREPORTED -> unreported(figures, words);
      case ABANDONED -> ended(words.pick("aufgegeben", "abandoned"), figures, words);
      case SUPERSEDED ->
          ended(
              words.pick("durch ein anderes Ziel ersetzt", "replaced by another target"),
              figures,
              words);
      case NOT_MEASURABLE -> notMeasurable(words) + last(figures);
      case null -> words.pick("ohne bekanntes Ergebnis", "without a known outcome") + last(figures);
    };
  }

  private String notDue(TargetFigures figures, SentenceWords words) {
    String open =
        dueOn == null
            ? words.pick("noch offen", "still open")
            : words.pick("noch nicht fällig", "not due yet");
    if (state.latest() != null) {
      return figures.against(open, state.latest());
    }
    String none =
        withheld.latest()
            ? lastIsWithheld(words)
            : soFar(words) + words.pick(" kein Wert bekannt", " no value is known");
    return open + figures.stated() + ", " + none;
  }

  private String unverified(TargetFigures figures, SentenceWords words) {
    if (state.basis() != null) {
      String estimated = words.pick("nach einer Schätzung erreicht", "reached by an estimate");
      return figures.against(estimated, state.basis());
    }
    Statement said = state.statement();
    if (said == null) {
      return byWord(words, words.pick("Stadt", "the city")) + last(figures);
    }
    String latest = state.latest() == null ? "" : "; " + figures.last(state.latest());
    String when = words.pick("gesagt ", "said ") + words.when(said.saidOn());
    String source = said.source().beside(words.language());
    return byWord(words, said.saidBy()) + " (" + when + source + latest + ")";
  }

  private static String byWord(SentenceWords words, String whose) {
    return words
        .pick(
            "laut %s erreicht, aber nicht durch einen Messwert belegt",
            "reached according to %s, but not proven by a measured value")
        .formatted(whose);
  }

  private String unreported(TargetFigures figures, SentenceWords words) {
    String due = words.pick("fällig, aber ", "due, but ");
    if (state.latest() != null) {
      return due
          + soFar(words)
          + words.pick(
              " kein Wert gemeldet, der sich vergleichen lässt",
              " no value is reported that can be compared")
          + last(figures);
    }
    String none =
        withheld.latest()
            ? lastIsWithheld(words)
            : soFar(words) + words.pick(" nichts gemeldet", " nothing is reported");
    return due + none + figures.stated();
  }

  private static String lastIsWithheld(SentenceWords words) {
    return words.pick(
        "der letzte Wert ist gesetzlich zurückgehalten", "the last value is withheld by law");
  }

  /** What nobody reported by then may have been reported since. */
  private String soFar(SentenceWords words) {
    return words
        .pick("bis zum Stand dieser Sammlung (%s)", "up to the state of this record (%s)")
        .formatted(words.asOf(PartialDate.day(state.recordedUpTo())));
  }

  private String ended(String how, TargetFigures figures, SentenceWords words) {
    PartialDate day = state.endedOn();
    String ended =
        day == null ? how : words.pick(words.when(day) + " " + how, how + " " + words.when(day));
    return ended + last(figures);
  }

  private String notMeasurable(SentenceWords words) {
    return words.pick("nicht messbar, ", "not measurable, ") + whyNot(words);
  }

  private String whyNot(SentenceWords words) {
    if (kind == TargetKind.QUALITATIVE) {
      return words.pick(
          "weil es nur in Worten beschrieben ist", "because it is only described in words");
    }
    return withheld.targetValue()
        ? words.pick(
            "weil der Zielwert gesetzlich zurückgehalten ist",
            "because the target value is withheld by law")
        : words.pick("weil kein Zielwert genannt ist", "because no target value is given");
  }

  /** A value from after the due day decides nothing any more, but must not be passed over. */
  private String later(TargetFigures figures) {
    SeenValue basis = state.basis();
    SeenValue latest = state.latest();
    return basis == null
            || latest == null
            || !latest.observedOn().latest().isAfter(basis.observedOn().latest())
        ? ""
        : figures.later(latest);
  }

  private String last(TargetFigures figures) {
    return state.latest() == null ? "" : " (" + figures.last(state.latest()) + ")";
  }
}
