package org.stadtstand.demo;

/** A project's status, and its next one if something happens in a half-year. */
enum Status {
  IDEA,
  PLANNED,
  PRIORITISED,
  IN_PROGRESS,
  PILOT,
  ON_HOLD,
  COMPLETED,
  CANCELLED,
  MERGED;

  boolean isOpen() {
    return ordinal() < COMPLETED.ordinal();
  }

  boolean notStarted() {
    return ordinal() < IN_PROGRESS.ordinal();
  }

  /** The same status means that nothing happened; {@code due} projects finish more often. */
  Status next(Dice dice, boolean due) {
    int thrown = dice.below(100);
    return switch (this) {
      case IDEA -> thrown < 50 ? PLANNED : thrown < 56 ? CANCELLED : IDEA;
      case PLANNED -> thrown < 38 ? PRIORITISED : thrown < 62 ? IN_PROGRESS : PLANNED;
      case PRIORITISED -> thrown < 55 ? IN_PROGRESS : thrown < 60 ? ON_HOLD : PRIORITISED;
      case IN_PROGRESS -> started(thrown, due);
      case PILOT -> thrown < (due ? 60 : 25) ? COMPLETED : thrown < 66 ? IN_PROGRESS : PILOT;
      case ON_HOLD -> thrown < 40 ? IN_PROGRESS : thrown < 50 ? CANCELLED : ON_HOLD;
      case COMPLETED, CANCELLED, MERGED -> this;
    };
  }

  private static Status started(int thrown, boolean due) {
    if (thrown < (due ? 45 : 3)) {
      return COMPLETED;
    }
    return thrown < 60 ? thrown < 54 ? PILOT : ON_HOLD : IN_PROGRESS;
  }
}
