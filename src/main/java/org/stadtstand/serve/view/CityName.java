package org.stadtstand.serve.view;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.request.Question;

/** What the city of a state is called. */
final class CityName {

  private static final String NAME =
      "query Name($city: String!, $lang: Language!) {"
          + " municipality(key: $city) { name(lang: $lang) } }";

  private CityName() {}

  /** Its name; its key, if it cannot be asked for now. */
  static @Nullable Object of(StateDescription state, Inquiry inquiry, Language language) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("city", state.municipality());
    variables.put("lang", language.name());
    Answer answer = inquiry.answer(new Question(NAME, null, variables, null));
    return answer.whole()
            && answer.result().getData() instanceof Map<?, ?> data
            && data.get("municipality") instanceof Map<?, ?> city
        ? city.get("name")
        : state.municipality();
  }
}
