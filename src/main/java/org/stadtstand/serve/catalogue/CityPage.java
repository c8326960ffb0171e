package org.stadtstand.serve.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.Release;
import org.stadtstand.serve.catalogue.CatalogueGraph.Node;
import org.stadtstand.serve.catalogue.CityEntry.Answered;
import org.stadtstand.serve.catalogue.CityEntry.Table;

/**
 * The datasets of one city: its record as a whole with a version for each release, each table of
 * the newest release, and the answers to documented questions.
 */
final class CityPage {

  private static final String RECORD = "stand";

  private final CatalogueGraph graph;
  private final Addresses addresses;
  private final CityEntry city;
  private final CityTerms terms;
  private final DownloadWriter downloads;

  CityPage(CatalogueGraph graph, Addresses addresses, CityEntry city) {
    this.graph = graph;
    this.addresses = addresses;
    this.city = city;
    this.terms = new CityTerms(graph, addresses, city);
    this.downloads = new DownloadWriter(graph, addresses, city);
  }

  /** Writes everything; returns the datasets that the catalogue itself lists. */
  List<Node> write() {
    terms.write();
    Node series = series();
    Node record = record(series);
    List<Node> listed = new ArrayList<>(List.of(record));
    for (Table table : city.tables()) {
      listed.add(table(table));
    }
    for (Answered question : city.questions()) {
      listed.add(question(question));
    }
    return listed;
  }

  String recordAddress() {
    return part(RECORD);
  }

  private Node series() {
    Node series =
        graph
            .node(part("serie"), "dcat:DatasetSeries")
            .text("dct:title", city.described().name() + ": alle Stände", "de")
            .text("dct:title", nameEn() + ": all releases", "en")
            .text(
                "dct:description",
                "Jeder veröffentlichte Stand der Digitalstrategie (%s), unverändert abrufbar."
                    .formatted(city.described().name()),
                "de")
            .text(
                "dct:description",
                "Every published state of the digital strategy (%s), to be had unchanged."
                    .formatted(nameEn()),
                "en")
            .day("dct:issued", city.begin())
            .moment("dct:modified", city.changed());
    return terms.ofSeries(series);
  }

  private Node record(Node series) {
    Node record =
        dataset(RECORD)
            .text("dct:title", city.described().title(), "de")
            .text("dct:description", city.described().description(), "de")
            .link("dcat:inSeries", series);
    keywords(record);
    downloads.archive(record, part(RECORD), city.newest(), city.archive().name());
    downloads.graphql(record, part(RECORD));
    Release before = null;
    for (Release release : city.releases()) {
      if (release != city.newest()) {
        Node version = version(release, before).link("dcat:inSeries", series);
        record.link("dcat:hasVersion", version);
        before = release;
      }
    }
    if (before != null) {
      record.link("dcat:previousVersion", part(RECORD + "-" + before.number()));
    }
    return record;
  }

  /** A former release, with its one download. */
  private Node version(Release release, @Nullable Release before) {
    String name = RECORD + "-" + release.number();
    String day = new Figures(Language.DE).inSentence(release.standsFor());
    String dayEn = new Figures(Language.EN).inSentence(release.standsFor());
    Node version =
        graph
            .node(part(name), "dcat:Dataset")
            .text(
                "dct:title",
                "%s: Stand %d vom %s".formatted(city.described().name(), release.number(), day),
                "de")
            .text(
                "dct:title",
                "%s: release %d of %s".formatted(nameEn(), release.number(), dayEn),
                "en")
            .text(
                "dct:description",
                release.reason() == null ? city.described().description() : release.reason(),
                "de")
            .day("dct:issued", release.standsFor())
            .moment("dct:modified", CityEntry.since(release))
            .plain("dcat:version", String.valueOf(release.number()));
    if (before != null) {
      version.link("dcat:previousVersion", part(RECORD + "-" + before.number()));
    }
    terms.ofDataset(version);
    keywords(version);
    downloads.archive(version, part(name), release, "package@%d.zip".formatted(release.number()));
    return version;
  }

  private Node table(Table table) {
    Node dataset =
        dataset(table.name())
            .text(
                "dct:title",
                "%s: Tabelle „%s“".formatted(city.described().name(), table.label().de()),
                "de")
            .text("dct:title", "%s: table “%s”".formatted(nameEn(), table.label().en()), "en")
            .text(
                "dct:description",
                "Die Tabelle „%s“ (%s). %s"
                    .formatted(table.label().de(), table.name(), city.described().description()),
                "de")
            .text("dcat:keyword", table.label().de(), "de");
    keywords(dataset);
    downloads.table(dataset, part(table.name()), table);
    downloads.graphql(dataset, part(table.name()));
    return dataset;
  }

  private Node question(Answered question) {
    String name = "frage-" + question.name();
    Node dataset =
        dataset(name)
            .text("dct:title", question.title().de(), "de")
            .text("dct:title", question.title().en(), "en")
            .text("dct:description", question.about().de(), "de")
            .text("dct:description", question.about().en(), "en");
    keywords(dataset);
    downloads.answers(dataset, part(name), question);
    return dataset;
  }

  /** A dataset at the newest release. */
  private Node dataset(String name) {
    Node dataset =
        graph
            .node(part(name), "dcat:Dataset")
            .plain("dct:identifier", part(name))
            .day("dct:issued", city.begin())
            .moment("dct:modified", city.changed())
            .plain("dcat:version", String.valueOf(city.newest().number()));
    return terms.ofDataset(dataset);
  }

  private void keywords(Node dataset) {
    city.described().keywords().forEach(word -> dataset.text("dcat:keyword", word, "de"));
    if (city.described().keywords().isEmpty()) {
      dataset.text("dcat:keyword", city.described().name(), "de");
    }
  }

  private String nameEn() {
    String english = city.described().nameEn();
    return english == null ? city.described().name() : english;
  }

  private String part(String name) {
    return addresses.part(city.key(), name);
  }
}
