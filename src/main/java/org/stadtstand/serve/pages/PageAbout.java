package org.stadtstand.serve.pages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.text.Text;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.link.PermanentLinks;
import org.stadtstand.serve.view.LinkedData;

/**
 * What search engines are told of a page: what it is about, and where it stands. And where its list
 * can be had as a file.
 */
@Component
class PageAbout {

  private final PermanentLinks links;
  private final TakenLists taken;

  PageAbout(PermanentLinks links, TakenLists taken) {
    this.links = links;
    this.taken = taken;
  }

  /** The link of a list's files without its suffix; null if there is none. */
  @Nullable String taken(PageAddress address, Answer answer) {
    return taken.link(address, answer);
  }

  void put(Map<String, @Nullable Object> model, RecordPage page, Map<String, ?> data) {
    PageAddress address = page.address();
    // They want whole addresses, which only a server that knows its own can write.
    String site = links.publicUrl().isEmpty() ? page.contextPath() : links.publicUrl();
    String here = site + address.path();
    LinkedData about = LinkedData.ofPage(data, heading(address), here, address.language());
    model.put("canonical", here);
    model.put("alternate", site + address.translated());
    model.put("description", about.description());
    model.put("linked", about.json(LinkedData.state(data), List.of()));
  }

  /** What a page is about that is about no record. */
  private static @Nullable String heading(PageAddress address) {
    Text words = address.kind().words();
    return words == null ? null : (words.in(address.language()) + " " + address.key()).strip();
  }
}
