package org.stadtstand.serve.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.stadtstand.serve.link.NamedQuestion;
import org.stadtstand.serve.link.NamedQuestions;

/** The documentation and examples that this version was built with. */
@Component
class Manual implements NamedQuestions {

  /** The examples shown on the home page come first, so that GraphiQL opens with one of them. */
  private static final List<String> FIRST =
      List.of("ziele-2025", "wie-viele-projekte", "online-quote");

  /** Each is made when it is first asked for: the start does not wait for a hundred pages. */
  private final Map<String, SingletonSupplier<Chapter>> chapters = new TreeMap<>();

  private final SingletonSupplier<Map<String, Example>> examples;

  Manual(ResourcePatternResolver resources) {
    for (String folder : List.of("", "decisions/")) {
      files(resources, folder).forEach((name, file) -> add(folder + name, file));
    }
    Map<String, Resource> questions = files(resources, "examples/");
    examples = SingletonSupplier.of(() -> read(questions));
  }

  private static Map<String, Example> read(Map<String, Resource> files) {
    Map<String, Example> examples =
        new TreeMap<>(
            Comparator.comparing(
                    (String name) -> FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size())
                .thenComparing(Comparator.naturalOrder()));
    files.forEach((name, file) -> examples.put(name, ExampleReader.read(name, file)));
    return examples;
  }

  private void add(String name, Resource file) {
    chapters.put(name, SingletonSupplier.of(() -> Chapter.read(name, text(file))));
  }

  List<Chapter> chapters() {
    return chapters.values().stream().map(SingletonSupplier::obtain).toList();
  }

  List<Example> examples(boolean demo) {
    return examples.obtain().values().stream().filter(example -> example.demo() == demo).toList();
  }

  Optional<Chapter> chapter(String name) {
    return Optional.ofNullable(chapters.get(name)).map(SingletonSupplier::obtain);
  }

  Optional<Example> example(String name) {
    return Optional.ofNullable(examples.obtain().get(name));
  }

  /** Each example has a link of its own, such as {@code /q/ziele-2025}. */
  @Override
  public Collection<NamedQuestion> all() {
    return examples.obtain().values().stream().map(Example::named).toList();
  }

  private static Map<String, Resource> files(ResourcePatternResolver resources, String folder) {
    Map<String, Resource> files = new TreeMap<>();
    try {
      for (Resource file : resources.getResources("classpath*:docs/" + folder + "*.md")) {
        files.put(String.valueOf(file.getFilename()).replaceFirst("\\.md$", ""), file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The documentation cannot be read: docs/" + folder, e);
    }
    return files;
  }

  static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The documentation cannot be read: " + file, e);
    }
  }
}
