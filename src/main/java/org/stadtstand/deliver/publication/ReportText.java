package org.stadtstand.deliver.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stadtstand.deliver.finding.Finding;
import org.stadtstand.graph.changes.ChangeText;
import org.stadtstand.graph.changes.ExplanationStatus;
import org.stadtstand.graph.steps.StepKind;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/** Formats a report for whoever delivered the folder. */
final class ReportText {

  private final Language language;

  ReportText(Language language) {
    this.language = language;
  }

  List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(report));
    for (Map.Entry<String, Map<StepKind, Integer>> table : report.counts().entrySet()) {
      lines.add("");
      lines.add(table.getKey() + ": " + counts(table.getValue()));
      report.changes().stream()
          .filter(change -> change.table().equals(table.getKey()))
          .map(this::change)
          .forEach(lines::add);
    }
    if (!report.findings().isEmpty()) {
      lines.add("");
      lines.add(say("Befunde:", "Findings:"));
      for (Finding finding : report.findings()) {
        lines.add("  " + finding.line(language));
      }
    }
    return lines;
  }

  private String headline(Report report) {
    Text sentence =
        switch (report.outcome()) {
          case PUBLISHED ->
              new Text("%s ist als Ausgabe %s veröffentlicht.", "%s is published as release %s.");
          case PREVIEWED ->
              new Text(
                  "%s würde als Ausgabe %s veröffentlicht. Noch ist nichts veröffentlicht.",
                  "%s would be published as release %s. Nothing is published yet.");
          case SKIPPED ->
              new Text(
                  "%s bringt nichts, was veröffentlicht würde.", "%s brings nothing to publish.");
          case REFUSED ->
              new Text(
                  "%s kann so nicht veröffentlicht werden; die Befunde sagen, warum.",
                  "%s cannot be published as it is; the findings say why.");
        };
    return sentence.in(language).formatted(report.folder(), report.number());
  }

  private String counts(Map<StepKind, Integer> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + word(count.getKey()))
        .collect(Collectors.joining(", "));
  }

  private String word(StepKind kind) {
    return switch (kind) {
      case ADDED -> say("neu", "new");
      case CHANGED -> say("geändert", "changed");
      case WITHDRAWN -> say("zurückgezogen", "withdrawn");
      case RELISTED -> say("wieder gelistet", "listed again");
    };
  }

  /** The key as delivered, followed by what everybody will read in the feed. */
  private String change(ChangeText change) {
    String sign =
        switch (change.step()) {
          case ADDED -> "+";
          case CHANGED -> "~";
          case WITHDRAWN -> "-";
          case RELISTED -> "^";
        };
    String mark =
        change.explained() == ExplanationStatus.NOT_NEEDED ? "" : " [" + change.explained() + "]";
    return "  %s %s: %s%s".formatted(sign, change.key(), change.sentence().in(language), mark);
  }

  private String say(String de, String en) {
    return new Text(de, en).in(language);
  }
}
