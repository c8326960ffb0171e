package org.stadtstand.demo;

/** The roles of the first projects of every city, which ensure that every kind of story occurs. */
enum Role {
  STEADY,
  VANISHES,
  WITHDRAWN,
  RELISTED,
  RENAMED,
  RETITLED,
  MERGED,
  SPLIT,
  RESCHEDULED,
  CORRECTED;

  /** How many projects have a role; all others are steady. */
  static final int CAST = 40;

  /** How many of the cast are no longer listed at the end. */
  static final int GONE = 5;

  private static final int RELIST = 7;

  static Role of(int index) {
    return switch (index) {
      case 0 -> VANISHES;
      case 1, 2, 3, 4 -> WITHDRAWN;
      case 5 -> RELISTED;
      case 6, 7, 8 -> RENAMED;
      case 9 -> RETITLED;
      case 10, 11, 12, 13, 14 -> MERGED;
      case 15, 16, 17 -> SPLIT;
      case 18, 19, 20, 21, 22, 23 -> RESCHEDULED;
      case 24, 25 -> CORRECTED;
      default -> STEADY;
    };
  }

  /** The release of the turning point, which differs for each member of the cast. */
  int turn(int index) {
    return switch (this) {
      case VANISHES -> 2;
      case WITHDRAWN -> new int[] {1, 5, 6, 7}[index - 1];
      case RELISTED -> 2;
      case RENAMED, RETITLED -> 5 + index % 3;
      case MERGED -> new int[] {1, 2, 5, 6, 7}[index - 10];
      case SPLIT -> 5 + index % 3;
      case CORRECTED -> 1;
      case STEADY, RESCHEDULED -> Integer.MAX_VALUE;
    };
  }

  boolean leaves() {
    return this == VANISHES || this == WITHDRAWN || this == RELISTED;
  }

  int returns() {
    return this == RELISTED ? RELIST : Integer.MAX_VALUE;
  }
}
