package org.stadtstand.serve.subscription;

import java.util.HashMap;
import java.util.Map;
import org.stadtstand.serve.format.Representation;

/**
 * What a stream must know of an answer to go on. It is kept with the bytes of the answer, as header
 * fields that are never sent.
 *
 * @param refused whether it holds no more than errors
 * @param again whether a later attempt may succeed
 * @param end the cursor behind the page; empty if it is no page
 * @param more whether another page follows at once
 * @param empty whether the page has no row
 */
record EventHead(boolean refused, boolean again, String end, boolean more, boolean empty) {

  static EventHead of(Representation answer) {
    Map<String, String> fields = answer.headers();
    return new EventHead(
        !fields.containsKey("end"),
        fields.containsKey("again"),
        fields.getOrDefault("end", ""),
        Boolean.parseBoolean(fields.get("more")),
        Boolean.parseBoolean(fields.get("empty")));
  }

  Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    if (!refused) {
      fields.put("end", end);
    }
    if (again) {
      fields.put("again", "true");
    }
    fields.put("more", String.valueOf(more));
    fields.put("empty", String.valueOf(empty));
    return fields;
  }
}
