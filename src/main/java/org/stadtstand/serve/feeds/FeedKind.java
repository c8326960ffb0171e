package org.stadtstand.serve.feeds;

import org.stadtstand.ground.text.Language;

/** What a feed of a city, or of all cities, tells. */
enum FeedKind {
  RELEASES("releases", "Stände", "releases", ""),
  CHANGES("changes", "Änderungen", "changes", "/aenderungen");

  private final String path;
  private final String de;
  private final String en;
  private final String page;

  FeedKind(String path, String de, String en, String page) {
    this.path = path;
    this.de = de;
    this.en = en;
    this.page = page;
  }

  /** Its name in addresses, and in ids. */
  String path() {
    return path;
  }

  String words(Language language) {
    return language.pick(de, en);
  }

  /** Where a city shows the same to people, below its own address. */
  String page() {
    return page;
  }
}
