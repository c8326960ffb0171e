package org.stadtstand.serve.manual;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.text.Text;
import org.stadtstand.serve.link.GraphiqlLink;
import org.stadtstand.serve.link.NamedQuestion;
import org.stadtstand.serve.request.Question;

/** A documented question. Its file is also run as a test. */
record Example(
    String name,
    String titleDe,
    String titleEn,
    boolean demo,
    String aboutDe,
    String aboutEn,
    String query,
    String variables,
    Resource file) {

  String answer() {
    return ExampleReader.answer(file);
  }

  String link() {
    return GraphiqlLink.to(query, variables);
  }

  NamedQuestion named() {
    return new NamedQuestion(
        name,
        new Question(query, null, given(), null),
        titleDe,
        titleEn,
        new Text(aboutDe, aboutEn),
        demo);
  }

  @SuppressWarnings("unchecked")
  private Map<String, @Nullable Object> given() {
    return variables.isBlank() ? Map.of() : JsonCodec.PLAIN.readValue(variables, Map.class);
  }
}
