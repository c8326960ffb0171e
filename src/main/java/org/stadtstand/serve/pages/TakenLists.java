package org.stadtstand.serve.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.link.CanonicalQuestions;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.request.Question;

/**
 * Links to what is chosen of a list as a question of its own, with the columns that a table needs
 * and at the state that the page shows, so that it can be taken home, cited and embedded.
 */
@Component
class TakenLists {

  private final CanonicalQuestions wordings;
  private final ReleaseDirectory releases;

  TakenLists(CanonicalQuestions wordings, ReleaseDirectory releases) {
    this.wordings = wordings;
    this.releases = releases;
  }

  /** The link without its suffix; null if nothing is published, or too much chosen for a link. */
  @Nullable String link(PageAddress address, Answer answer) {
    StateDescription state = answer.datasets().isEmpty() ? null : answer.datasets().getFirst();
    if (state == null || state.release() == null) {
      return null;
    }
    Present present = releases.present();
    Map<String, @Nullable Object> variables = address.variables(present);
    variables.put("after", null);
    String document = SavedDocuments.read(address.kind().document() + "-datei");
    String carried = wordings.of(new Question(document, null, variables, null)).carried();
    return carried.isEmpty()
        ? null
        : "%s%s@%s.%s_%s"
            .formatted(
                LinkAddress.ROOT, carried, address.place().key(), state.release(), state.day());
  }
}
