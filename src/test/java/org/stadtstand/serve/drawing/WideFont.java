package org.stadtstand.serve.drawing;

/**
 * The widths of DejaVu Sans, the widest font that systems come with, in thousandths of an em: of
 * the characters that texts of the cities are made of.
 */
record WideFont(int... widths) {

  static final WideFont REGULAR =
      new WideFont(
          318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636,
          636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698,
          770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732,
          684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635,
          634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,
          525, 636, 337, 636, 838, 613, 612, 634, 684, 787, 732, 630, 318, 318, 500, 838, 1000, 518,
          518, 518);

  static final WideFont BOLD =
      new WideFont(
          348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696,
          696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734,
          830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812,
          774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716,
          712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652,
          582, 712, 365, 712, 838, 675, 687, 712, 774, 850, 812, 719, 348, 380, 500, 838, 1000, 657,
          657, 657);

  /** Beyond ASCII, in the order of their widths. */
  private static final String OTHERS =
      "\u00e4\u00f6\u00fc\u00c4\u00d6\u00dc\u00df\u00a0\u00b7\u2013\u2212\u2026\u201e\u201c\u201d";

  private static final int ASCII = '~' - ' ' + 1;

  static boolean knows(String text) {
    return text.chars().allMatch(c -> place(c) >= 0);
  }

  /** In ems. */
  double width(String text) {
    return text.chars().map(c -> widths[place(c)]).sum() / 1000.0;
  }

  private static int place(int character) {
    int other = OTHERS.indexOf(character);
    return other >= 0 ? ASCII + other : character >= ' ' && character <= '~' ? character - ' ' : -1;
  }
}
