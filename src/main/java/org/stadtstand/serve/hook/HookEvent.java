package org.stadtstand.serve.hook;

/** What a receiver can be told of. */
enum HookEvent {
  /** A release was published, which may also be one that takes back another. */
  RELEASE("release.published"),
  /** An entry was added to the list of what is withheld by law, or lifted. */
  REDACTION("redaction.listed");

  private final String type;

  HookEvent(String type) {
    this.type = type;
  }

  /** As messages name it. */
  String type() {
    return type;
  }
}
