package org.stadtstand.serve.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * The points that data.europa.eu would give the catalogue, of 405; from 351 on it calls a catalogue
 * excellent. It is added up page by page.
 */
final class CatalogueQuality {

  private final Predicate<String> answers;
  private final Map<QualityIndicator, Integer> met = new EnumMap<>(QualityIndicator.class);
  private final List<String> violations = new ArrayList<>();
  private int datasets;

  /**
   * Begins to count.
   *
   * @param answers whether something is to be had at an address
   */
  CatalogueQuality(Predicate<String> answers) {
    this.answers = answers;
  }

  /**
   * What cannot be read from a page alone.
   *
   * @param valid whether the page is as DCAT-AP demands
   */
  record Checked(Predicate<String> answers, boolean valid) {}

  void add(Model page) {
    List<String> faults = CatalogueRule.violations(page);
    violations.addAll(faults);
    Checked checked = new Checked(answers, faults.isEmpty());
    page.listSubjectsWithProperty(
            RDF.type, page.createResource(CatalogueGraph.whole("dcat:Dataset")))
        .forEach(dataset -> add(dataset, checked));
  }

  private void add(Resource dataset, Checked checked) {
    datasets++;
    List<@Nullable Resource> files =
        new ArrayList<>(QualityIndicator.resources(dataset, "dcat:distribution"));
    if (files.isEmpty()) {
      files.add(null);
    }
    files.stream()
        .map(file -> met(dataset, file, checked))
        .max(Comparator.comparingInt(CatalogueQuality::points))
        .orElseThrow()
        .forEach(indicator -> met.merge(indicator, 1, Integer::sum));
  }

  private static Set<QualityIndicator> met(
      Resource dataset, @Nullable Resource file, Checked checked) {
    Set<QualityIndicator> met = EnumSet.noneOf(QualityIndicator.class);
    for (QualityIndicator indicator : QualityIndicator.values()) {
      if (indicator.isMet(dataset, file, checked)) {
        met.add(indicator);
      }
    }
    return met;
  }

  private static int points(Set<QualityIndicator> met) {
    return met.stream().mapToInt(QualityIndicator::points).sum();
  }

  int datasets() {
    return datasets;
  }

  List<String> violations() {
    return violations;
  }

  /** On the average of all datasets. */
  double points() {
    return met.entrySet().stream()
            .mapToDouble(entry -> (double) entry.getKey().points() * entry.getValue())
            .sum()
        / Math.max(1, datasets);
  }

  /** A line for each indicator, and the sum. */
  String table() {
    StringBuilder table = new StringBuilder();
    for (QualityIndicator indicator : QualityIndicator.values()) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-32s %5d of %d datasets, %2d points%n",
              indicator.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              met.getOrDefault(indicator, 0),
              datasets,
              indicator.points()));
    }
    return table + String.format(Locale.ROOT, "%-32s %.1f of 405%n", "in all", points());
  }
}
