package org.stadtstand.city.strategy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.unit.Unit;

/** The phrases around a figure or a date in a sentence about a target. */
record SentenceWords(Language language) {

  String pick(String de, String en) {
    return language.pick(de, en);
  }

  String amount(BigDecimal value, @Nullable Unit unit) {
    return unit == null ? new Figures(language).number(value) : unit.amount(value, language);
  }

  String qualified(Qualifier qualifier, String amount) {
    return qualifier == Qualifier.EXACT ? amount : qualifier.label(language) + " " + amount;
  }

  /** The date or period a figure holds for. */
  String asOf(PartialDate date) {
    return new Figures(language).inSentence(date);
  }

  /** The end of the period, which is when something is due. */
  String end(PartialDate date) {
    return switch (date.precision()) {
      case DAY -> pick("den ", "") + asOf(date);
      case QUARTER -> pick("Ende des ", "the end of ") + asOf(date).replace("Quartal", "Quartals");
      case MONTH, SEASON, YEAR -> pick("Ende ", "the end of ") + asOf(date);
      case BETWEEN, NOT_LATER_THAN ->
          pick("spätestens den ", "no later than ") + asOf(PartialDate.day(date.latest()));
    };
  }

  String when(PartialDate date) {
    return new Figures(language).when(date);
  }
}
