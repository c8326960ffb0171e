package org.stadtstand.graph.frame;

import java.util.List;
import org.stadtstand.ground.text.Nearest;

/** Hints that tell which names there are, the one that was probably meant first. */
final class Choice {

  static final String SCHEMA = "The schema is at /schema.graphqls; /graphiql completes and checks.";

  private static final int NAMED = 40;

  private Choice() {}

  static String of(String owner, String given, List<String> names) {
    if (names.isEmpty()) {
      return SCHEMA;
    }
    String all =
        names.size() > NAMED
            ? String.join(", ", names.subList(0, NAMED)) + " and others"
            : String.join(", ", names);
    return near(given, names) + owner + " has " + all + ".";
  }

  /** A question that ends with a blank; empty if no name is near. */
  static String near(String given, List<String> names) {
    return new Nearest(names).to(given).map("Did you mean %s? "::formatted).orElse("");
  }
}
