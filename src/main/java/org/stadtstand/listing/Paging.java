package org.stadtstand.listing;

import java.util.List;

/** Cuts the row that was read beyond the page, which only tells whether there is more. */
final class Paging {

  private Paging() {}

  /**
   * @param release the newest release that the list rests on, by which it is continued
   */
  static <T> Slice<T> slice(
      ListedType<T> type, ListArguments arguments, int release, List<Line<T>> lines) {
    Page page = arguments.page();
    boolean more = lines.size() > page.size();
    List<Line<T>> kept = more ? lines.subList(0, page.size()) : lines;
    if (page.backward()) {
      kept = kept.reversed();
    }
    String signature = Ordering.signature(type, arguments);
    List<String> cursors =
        kept.stream()
            .map(line -> new Cursor(signature, release, line.pin().day(), line.place()).encode())
            .toList();
    return new Slice<>(
        kept.stream().map(Line::node).toList(),
        cursors,
        page.backward() ? more : page.after() != null,
        page.backward() ? page.before() != null : more);
  }
}
