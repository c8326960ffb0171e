package org.stadtstand.graph.versions;

import java.util.Collection;
import java.util.stream.Collectors;
import org.stadtstand.record.listing.ListedType;

/** The types of lists of versions, the same for all types but for the record in its state. */
final class VersionTypes {

  private static final String SHARED =
      """
      "A state of a record: its own values, as they were published from one release until another."
      interface VersionEdge {
        "Continues the list after or before this state." cursor: String!
        "The first release that it was in." from: Release!
        "The first release that it was not in any more; null if it still holds. If the next state begins later than that, the record was gone in between, as `ended` says." until: Release
        "How it came: CREATED, RELISTED, or the kind of its `changes`; CHANGED if these are of several." kind: ChangeKind!
        "`kind` in words." kindLabel("The language." lang: Language): String!
        "What `from` changed of the record." changes: [Change!]!
        "How the record was withdrawn; null if another state followed at once, or nothing yet." ended: Change
      }
      """;

  private static final String TYPES =
      """
      extend type {type} {
        "Every state of its own values, up to the release that is read."
        versions(
          "As known by then, such as how what is gone ended; as the record if left out." at: Moment
          "Oldest or newest first." direction: OrderDirection! = ASC
          "At most 200; 50 without `last`." first: Int
          "Only what follows this cursor." after: String
          "How many from the end." last: Int
          "Only what precedes this cursor." before: String
        ): {type}VersionConnection!
      }
      "The states of a {type}."
      type {type}VersionConnection {
        "Those of the page." edges: [{type}VersionEdge!]!
        "Where the page begins and ends." pageInfo: PageInfo!
        "How many there are." totalCount: Int!
      }
      "A state of a {type}."
      type {type}VersionEdge implements VersionEdge {
        "Its cursor." cursor: String!
        "The {type} in that state, on the day that `from` stands for." node: {type}!
        "The first release that it was in." from: Release!
        "The first that it was not in; null if it still holds." until: Release
        "How it came." kind: ChangeKind!
        "`kind` in words." kindLabel("The language." lang: Language): String!
        "What `from` changed." changes: [Change!]!
        "How it was withdrawn, if so." ended: Change
      }
      """;

  private VersionTypes() {}

  static String edge(ListedType<?> type) {
    return type.typeName() + "VersionEdge";
  }

  static String definitions(Collection<ListedType<?>> types) {
    return types.stream()
        .map(type -> TYPES.replace("{type}", type.typeName()))
        .collect(Collectors.joining("", SHARED, ""));
  }
}
