package org.stadtstand.serve.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.serve.drawing.Canvas;
import org.stadtstand.serve.drawing.Ink;
import org.stadtstand.serve.drawing.Letters;
import org.stadtstand.serve.drawing.Mark.Anchor;
import org.stadtstand.serve.drawing.Pen;
import org.stadtstand.serve.drawing.TimeAxis;

/**
 * When a project was to end, state by state: a line for each state that named another day than the
 * one before. The marks are hollow, because an end that is planned has not come; a red line is the
 * time by which it was put off.
 *
 * @param ends at least two, the earliest state first
 * @param sources who published them, each once
 */
record SlippagePlot(List<End> ends, List<String> sources, Language language) implements Plot {

  private static final double RADIUS = 5.5;
  private static final double CAP = 7;
  private static final double AIR = 10;
  private static final double WIDE_LINE = 34;
  private static final double PHONE_LINE = 46;

  /** How much of the axis the band of a day takes that is only known not to be later. */
  private static final double OPEN = 40;

  /**
   * The planned end in a state.
   *
   * @param number of the release that first named it
   * @param standsFor the day of that release
   */
  record End(int number, LocalDate standsFor, KnownDay day) {}

  /** Reads a project with its versions; empty if fewer than two different ends were planned. */
  static Optional<SlippagePlot> of(Map<?, ?> project, Language language) {
    List<End> ends = new ArrayList<>();
    TreeSet<String> sources = new TreeSet<>();
    for (Map<?, ?> edge : maps(project.get("versions") instanceof Map<?, ?> v ? v : Map.of())) {
      Map<?, ?> node = (Map<?, ?>) Objects.requireNonNull(edge.get("node"));
      Map<?, ?> from = (Map<?, ?>) Objects.requireNonNull(edge.get("from"));
      KnownDay day = KnownDay.of(node, "plannedEnd");
      if (day != null && (ends.isEmpty() || !ends.getLast().day().equals(day))) {
        LocalDate standsFor = LocalDate.parse(String.valueOf(from.get("standsFor")));
        ends.add(new End(Integer.parseInt(String.valueOf(from.get("number"))), standsFor, day));
        if (node.get("sources") instanceof List<?> list) {
          list.forEach(one -> sources.add(String.valueOf(((Map<?, ?>) one).get("publisher"))));
        }
      }
    }
    return ends.size() < 2
        ? Optional.empty()
        : Optional.of(new SlippagePlot(ends, List.copyOf(sources), language));
  }

  private static List<? extends Map<?, ?>> maps(Map<?, ?> connection) {
    return connection.get("edges") instanceof List<?> edges
        ? edges.stream().map(edge -> (Map<?, ?>) edge).toList()
        : List.of();
  }

  /** The finding: how often it was moved, and from where to where. */
  String title() {
    int moves = ends.size() - 1;
    String first = ends.getFirst().day().inShort(language);
    String last = ends.getLast().day().inShort(language);
    String often =
        moves == 1
            ? language.pick("einmal", "once")
            : moves == 2
                ? language.pick("zweimal", "twice")
                : moves + language.pick("-mal", " times");
    return language
        .pick(
            "Geplantes Ende %s verschoben: statt %s jetzt %s",
            "Planned end moved %s: %s instead of %s")
        .formatted(often, language.pick(first, last), language.pick(last, first));
  }

  String subtitle(Map<?, ?> project) {
    return language.quoted(String.valueOf(project.get("title")))
        + language.pick(", geplantes Ende nach jedem Stand", ", planned end by each release");
  }

  String source() {
    return Plot.sources(sources, language);
  }

  @Override
  public String described(Language language) {
    return ends.stream()
        .map(end -> state(end) + ": " + end.day().label())
        .collect(Collectors.joining("; ", "", "."));
  }

  @Override
  public double draw(Canvas canvas, Layout layout, double top) {
    boolean above = layout == Layout.PHONE;
    double pitch = above ? PHONE_LINE : WIDE_LINE;
    double left = Layout.MARGIN + (above ? 0 : widest() + 2 * AIR);
    LocalDate lastOfYear = last().withDayOfYear(last().lengthOfYear());
    TimeAxis days = TimeAxis.of(first(), lastOfYear, left + AIR, layout.right() - AIR);
    double bottom = top + pitch * ends.size();
    double y = top + (above ? 30 : pitch / 2);
    @Nullable End before = null;
    for (End end : ends) {
      double words = above ? y - 18 : y + 4.5;
      canvas.words(Layout.MARGIN, words, state(end), Letters.NOTE, Anchor.START, Ink.INK);
      canvas.line(left, y, layout.right(), y, Pen.of(Ink.LINE, 1).dashed(1, 4));
      if (before != null) {
        shift(canvas, days, before, end, y, pitch);
      }
      mark(canvas, days, end, y);
      label(canvas, days, before, end, y);
      before = end;
      y += pitch;
    }
    days.draw(canvas, bottom + 4, language);
    return bottom + 34;
  }

  /** From the end that was planned before down to this line, and from there to the new end. */
  private void shift(Canvas canvas, TimeAxis days, End before, End end, double y, double pitch) {
    double x1 = days.at(before.day().latest());
    double x2 = days.at(end.day().latest());
    Pen down = Pen.of(Ink.EDGE, 1).dashed(3, 3);
    // On a phone the name of the state stands above its line, and is not crossed.
    boolean named =
        pitch == PHONE_LINE && x1 < Layout.MARGIN + AIR + Letters.NOTE.width(state(end));
    canvas.line(x1, y - pitch + RADIUS, x1, named ? y - 31 : y, down);
    if (named) {
      canvas.line(x1, y - 13, x1, y, down);
    }
    Ink ink = x2 > x1 ? Ink.BAD : Ink.ACCENT;
    canvas.line(x1, y - 5, x1, y + 5, Pen.of(ink, 1.8));
    canvas.line(x1, y, x2, y, Pen.of(ink, 2.5));
  }

  private static void mark(Canvas canvas, TimeAxis days, End end, double y) {
    double x = days.at(end.day().latest());
    double from = Math.max(days.left(), end.day().earliest().map(days::at).orElse(x - OPEN));
    boolean open = end.day().earliest().isEmpty();
    if (x - from > 2) {
      Pen band = Pen.of(Ink.PALE, 5);
      canvas.line(from, y, x, y, open ? band.dashed(5, 3) : band);
      if (!open) {
        canvas.line(from, y - CAP, from, y + CAP, Pen.of(Ink.ACCENT, 1.5));
      }
    }
    canvas.disc(x, y, RADIUS, Ink.GROUND, Pen.of(Ink.ACCENT, 2));
  }

  /** Beside the mark, where there is room and no line. */
  private void label(Canvas canvas, TimeAxis days, @Nullable End before, End end, double y) {
    String text = end.day().inShort(language);
    double x = days.at(end.day().latest());
    double room = Letters.LABEL.width(text) + AIR;
    double start = end.day().earliest().map(days::at).orElse(x - OPEN);
    double taken = before == null ? start : Math.min(start, days.at(before.day().latest()));
    if (x + room <= days.right() + AIR) {
      canvas.words(x + AIR, y + 4.5, text, Letters.LABEL, Anchor.START);
    } else if (taken - room >= days.left() - AIR) {
      canvas.words(taken - AIR, y + 4.5, text, Letters.LABEL, Anchor.END);
    } else {
      canvas.words(days.right() + AIR, y - AIR, text, Letters.LABEL, Anchor.END);
    }
  }

  private double widest() {
    return ends.stream().mapToDouble(end -> Letters.NOTE.width(state(end))).max().orElse(0);
  }

  private String state(End end) {
    String day = new Figures(language).inTable(PartialDate.day(end.standsFor()));
    return language.pick("Stand %d (%s)", "release %d (%s)").formatted(end.number(), day);
  }

  private LocalDate first() {
    return ends.stream()
        .map(end -> end.day().earliest().orElse(end.day().latest()))
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  private LocalDate last() {
    return ends.stream().map(end -> end.day().latest()).max(LocalDate::compareTo).orElseThrow();
  }
}
