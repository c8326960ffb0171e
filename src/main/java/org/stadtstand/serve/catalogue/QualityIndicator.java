package org.stadtstand.serve.catalogue;

import java.util.List;
import java.util.Set;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What the metadata quality assessment of data.europa.eu (MQA) looks at, and the points it gives. A
 * dataset has the points of its best distribution.
 */
enum QualityIndicator {
  KEYWORD(30, "dcat:keyword"),
  THEME(30, "dcat:theme"),
  SPATIAL(20, "dct:spatial"),
  TEMPORAL(20, "dct:temporal"),
  ACCESS_ANSWERS(50, null),
  DOWNLOAD(20, null),
  DOWNLOAD_ANSWERS(30, null),
  FORMAT(20, null),
  MEDIA_TYPE(10, null),
  FORMAT_FROM_VOCABULARY(10, null),
  NON_PROPRIETARY(20, null),
  MACHINE_READABLE(20, null),
  VALID(30, null),
  LICENCE(20, null),
  LICENCE_FROM_VOCABULARY(10, null),
  ACCESS_RIGHTS(10, "dct:accessRights"),
  ACCESS_RIGHTS_FROM_VOCABULARY(5, null),
  CONTACT(20, "dcat:contactPoint"),
  PUBLISHER(10, "dct:publisher"),
  RIGHTS(5, null),
  BYTE_SIZE(5, null),
  ISSUED(5, "dct:issued"),
  MODIFIED(5, "dct:modified");

  private static final Set<String> OPEN_FORMATS = Set.of("CSV", "JSON", "XML", "RDF_XML", "XLSX");
  private static final String FILE_TYPE = Addresses.AUTHORITY + "file-type/";

  private final int points;
  private final @Nullable String property;

  QualityIndicator(int points, @Nullable String property) {
    this.points = points;
    this.property = property;
  }

  int points() {
    return points;
  }

  /** Whether a dataset with one of its distributions has the points. */
  boolean isMet(Resource dataset, @Nullable Resource file, CatalogueQuality.Checked checked) {
    if (property != null) {
      return value(dataset, property) != null;
    }
    String format = value(file, "dct:format");
    return switch (this) {
      case ACCESS_ANSWERS -> answers(value(file, "dcat:accessURL"), checked);
      case DOWNLOAD -> value(file, "dcat:downloadURL") != null;
      case DOWNLOAD_ANSWERS -> answers(value(file, "dcat:downloadURL"), checked);
      case FORMAT -> format != null;
      case MEDIA_TYPE -> value(file, "dcat:mediaType") != null;
      case FORMAT_FROM_VOCABULARY ->
          from(format, FILE_TYPE) && from(value(file, "dcat:mediaType"), Addresses.IANA);
      case NON_PROPRIETARY, MACHINE_READABLE ->
          format != null && OPEN_FORMATS.contains(format.replace(FILE_TYPE, ""));
      case VALID -> checked.valid();
      case LICENCE -> value(file, "dct:license") != null;
      case LICENCE_FROM_VOCABULARY ->
          from(value(file, "dct:license"), "http://dcat-ap.de/def/licenses/");
      case ACCESS_RIGHTS_FROM_VOCABULARY ->
          from(value(dataset, "dct:accessRights"), Addresses.AUTHORITY + "access-right/");
      case RIGHTS -> value(file, "dct:rights") != null;
      case BYTE_SIZE -> value(file, "dcat:byteSize") != null;
      default -> throw new IllegalStateException(name());
    };
  }

  private static boolean answers(@Nullable String address, CatalogueQuality.Checked checked) {
    return address != null && checked.answers().test(address);
  }

  private static boolean from(@Nullable String value, String vocabulary) {
    return value != null && value.startsWith(vocabulary);
  }

  static @Nullable String value(@Nullable Resource node, String property) {
    return values(node, property).stream().findFirst().map(Object::toString).orElse(null);
  }

  static List<Resource> resources(Resource node, String property) {
    return values(node, property).stream().map(value -> value.asResource()).toList();
  }

  private static List<RDFNode> values(@Nullable Resource node, String property) {
    return node == null
        ? List.of()
        : node.listProperties(node.getModel().createProperty(CatalogueGraph.whole(property)))
            .mapWith(said -> said.getObject())
            .toList();
  }
}
