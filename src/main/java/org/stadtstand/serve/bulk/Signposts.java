package org.stadtstand.serve.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The links in the header of a file (signposting.org): how to cite it, what describes it, what it
 * is part of, and its licence.
 *
 * @param folder what stands before the names of its files
 */
record Signposts(String folder, DataState state, @Nullable DescribedState described) {

  String of(DataAddress address, Collection<String> tables) {
    List<String> links = new ArrayList<>();
    boolean description = address.suffix().equals("json");
    if (!description) {
      link(links, named("datapackage", "json"), "describedby", "application/json");
    }
    link(links, named(address.name(), address.suffix()), "cite-as", "");
    if (description) {
      tables.forEach(table -> link(links, named(table, "csv"), "item", "text/csv"));
    } else if (address.suffix().equals("csv")) {
      link(links, named("datapackage", "json"), "collection", "application/json");
    }
    link(links, "https://schema.org/Dataset", "type", "");
    if (described != null) {
      link(links, described.licenceUrl(), "license", "");
    }
    return String.join(", ", links);
  }

  private String named(String name, String suffix) {
    return "%s%s@%d.%s".formatted(folder, name, state.number(), suffix);
  }

  private static void link(List<String> links, String address, String relation, String type) {
    String of = type.isEmpty() ? "" : "; type=\"" + type + "\"";
    links.add("<%s>; rel=\"%s\"%s".formatted(address, relation, of));
  }
}
