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
        "Continues the list after or before this state." cursor: String! @called(de: "Zeiger", en: "cursor")
        "The first release that it was in." from: Release! @called(de: "ab Stand", en: "from release")
        "The first release that it was not in any more; null if it still holds. If the next state begins later than that, the record was gone in between, as `ended` says." until: Release @called(de: "bis vor Stand", en: "until release")
        "How it came: CREATED, RELISTED, or the kind of its `changes`; CHANGED if these are of several." kind: ChangeKind! @called(de: "Art der Änderung", en: "kind of change")
        "`kind` in words." kindLabel("The language." lang: Language): String!
        "What `from` changed of the record." changes: [Change!]! @called(de: "Änderungen", en: "changes")
        "How the record was withdrawn; null if another state followed at once, or nothing yet." ended: Change @called(de: "Ende", en: "end")
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
        ): {type}VersionConnection! @called(de: "Fassungen", en: "versions")
      }
      "The states of a {type}."
      type {type}VersionConnection {
        "Those of the page." edges: [{type}VersionEdge!]! @called(de: "Fassungen", en: "versions")
        "Where the page begins and ends." pageInfo: PageInfo!
        "How many there are." totalCount: Int! @called(de: "Anzahl der Fassungen", en: "number of versions")
      }
      "A state of a {type}."
      type {type}VersionEdge implements VersionEdge {
        "Its cursor." cursor: String! @called(de: "Zeiger", en: "cursor")
        "The {type} in that state, on the day that `from` stands for." node: {type}! @called(de: "Eintrag", en: "record")
        "The first release that it was in." from: Release! @called(de: "ab Stand", en: "from release")
        "The first that it was not in; null if it still holds." until: Release @called(de: "bis vor Stand", en: "until release")
        "How it came." kind: ChangeKind! @called(de: "Art der Änderung", en: "kind of change")
        "`kind` in words." kindLabel("The language." lang: Language): String!
        "What `from` changed." changes: [Change!]! @called(de: "Änderungen", en: "changes")
        "How it was withdrawn, if so." ended: Change @called(de: "Ende", en: "end")
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
