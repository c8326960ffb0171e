package org.stadtstand.serve.view;

/** A few lines of code that fetch an answer, to be copied and run as they are. */
public enum Snippet {
  R(
      "R",
      "R",
      """
      # install.packages("jsonlite")
      library(jsonlite)

      # The answer as it was published; it never changes.
      url <- "%s"
      answer <- fromJSON(url)

      str(answer$data)
      """),
  PYTHON(
      "py",
      "Python",
      """
      import json
      import urllib.request

      # The answer as it was published; it never changes.
      url = "%s"
      with urllib.request.urlopen(url) as response:
          answer = json.load(response)

      print(json.dumps(answer["data"], ensure_ascii=False, indent=2))
      """),
  CURL(
      "sh",
      "curl",
      """
      # The answer as it was published; it never changes.
      curl --fail --silent --show-error '%s'
      """);

  private final String suffix;
  private final String title;
  private final String text;

  Snippet(String suffix, String title, String text) {
    this.suffix = suffix;
    this.title = title;
    this.text = text;
  }

  public String suffix() {
    return suffix;
  }

  String title() {
    return title;
  }

  /**
   * Needs no escaping: no address contains a character that ends a string in any of these
   * languages.
   */
  String of(String url) {
    return text.formatted(url + ".json");
  }
}
