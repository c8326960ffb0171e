package org.stadtstand.serve.catalogue;

import java.util.Locale;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.vocabulary.Vocabulary;
import org.stadtstand.record.time.Release;
import org.stadtstand.serve.bulk.DataFile;
import org.stadtstand.serve.catalogue.CatalogueGraph.Node;
import org.stadtstand.serve.catalogue.CityEntry.AnswerFile;
import org.stadtstand.serve.catalogue.CityEntry.Answered;
import org.stadtstand.serve.catalogue.CityEntry.Table;

/**
 * The ways to a dataset's content. The address of access leads to the newest state; the download is
 * of the release that the dataset is at, so that its size and digest hold.
 */
final class DownloadWriter {

  private static final String SHA_256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";

  private final CatalogueGraph graph;
  private final Addresses addresses;
  private final CityEntry city;

  DownloadWriter(CatalogueGraph graph, Addresses addresses, CityEntry city) {
    this.graph = graph;
    this.addresses = addresses;
    this.city = city;
  }

  void table(Node dataset, String address, Table table) {
    Node csv = distribution(dataset, address + ".csv", city.newest(), "CSV", "text/csv");
    csv.text("dct:title", "CSV", "de")
        .link("dcat:accessURL", file(table.name() + ".csv"))
        .link("dcat:downloadURL", file(table.csv().name()));
    measured(csv, table.csv());
  }

  /** A release as a whole; only of the newest one the size is worth working out. */
  void archive(Node dataset, String address, Release release, String file) {
    Node archive = distribution(dataset, address + ".zip", release, "CSV", "text/csv");
    boolean newest = release == city.newest();
    archive
        .text("dct:title", "Alle Tabellen als Data Package (ZIP)", "de")
        .text("dct:title", "All tables as a data package (ZIP)", "en")
        .link("dcat:accessURL", file(newest ? "package.zip" : file))
        .link("dcat:downloadURL", file(file))
        .link("dcat:packageFormat", media("application/zip"));
    if (newest) {
      measured(archive, city.archive());
    }
  }

  void graphql(Node dataset, String address) {
    distribution(dataset, address + ".graphql", city.newest(), "JSON", "application/json")
        .text("dct:title", "GraphQL", "de")
        .link("dcat:accessURL", addresses.graphql())
        .link("dcat:accessService", addresses.service());
  }

  /** In the order of the question's files. */
  void answers(Node dataset, String address, Answered question) {
    String page = addresses.question(question.name());
    for (AnswerFile file : question.files()) {
      Node answer =
          distribution(
              dataset,
              address + "." + file.suffix(),
              city.newest(),
              format(file.suffix()),
              type(file.suffix()));
      answer
          .text("dct:title", title(file.suffix()), "de")
          .link("dcat:accessURL", page)
          .link("dcat:downloadURL", addresses.question(question.written() + "." + file.suffix()));
      if (file.bytes() != null) {
        size(answer, file.bytes());
      }
    }
  }

  private static String title(String suffix) {
    return suffix.equals("jsonl") ? "JSON Lines" : suffix.toUpperCase(Locale.ROOT);
  }

  private static String format(String suffix) {
    return switch (suffix) {
      case "jsonl", "json" -> "JSON";
      default -> suffix.toUpperCase(Locale.ROOT);
    };
  }

  /** JSON Lines are no JSON, and not registered either. */
  private static @Nullable String type(String suffix) {
    return switch (suffix) {
      case "csv" -> "text/csv";
      case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      default -> null;
    };
  }

  private Node distribution(
      Node dataset, String address, Release release, String format, @Nullable String type) {
    Node distribution =
        graph
            .node(address, "dcat:Distribution")
            .link("dct:license", licence())
            .link("dct:rights", addresses.part(city.key(), "rechte"))
            .text("dcatde:licenseAttributionByText", city.described().attribution(), "de")
            .link("dct:format", format(graph, format))
            .link("dcat:mediaType", type == null ? null : media(type))
            .link("dct:language", Addresses.GERMAN)
            .link("dcatap:availability", Addresses.AVAILABLE)
            .day("dct:issued", release.standsFor())
            .moment(
                "dct:modified",
                release == city.newest() ? city.changed() : CityEntry.since(release));
    dataset.link("dcat:distribution", distribution);
    return distribution;
  }

  private void measured(Node distribution, DataFile file) {
    Node digest =
        graph
            .node(distribution.address() + "-sha256", "spdx:Checksum")
            .link("spdx:algorithm", graph.node(SHA_256, "spdx:ChecksumAlgorithm"))
            .typed("spdx:checksumValue", file.sha256(), XSDDatatype.XSDhexBinary);
    size(distribution, file.bytes());
    distribution.link("spdx:checksum", digest);
  }

  private static void size(Node distribution, long bytes) {
    distribution.typed("dcat:byteSize", String.valueOf(bytes), XSDDatatype.XSDnonNegativeInteger);
  }

  private String licence() {
    String address = Vocabulary.LICENCE.address(city.described().licence());
    graph.node(address, "dct:LicenseDocument");
    return address;
  }

  private String media(String type) {
    graph.node(Addresses.IANA + type, "dct:MediaType");
    return Addresses.IANA + type;
  }

  private static String format(CatalogueGraph graph, String code) {
    String address = Addresses.AUTHORITY + "file-type/" + code;
    graph.node(address, "dct:MediaTypeOrExtent");
    return address;
  }

  private String file(String name) {
    return addresses.file(city.key(), name);
  }
}
