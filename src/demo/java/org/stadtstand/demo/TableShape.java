package org.stadtstand.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns of one table of a delivery, as {@code shapes.txt} lists them. Every table of facts
 * also has the columns {@code source} and {@code note}.
 */
record TableShape(String name, boolean fullList, List<String> primaryKey, List<Field> fields) {

  /** One column; {@code type} is a word from {@code shapes.txt}, an enum or a reference. */
  record Field(String name, boolean required, String type) {}

  static final Map<String, TableShape> ALL = read();

  List<String> header() {
    return fields.stream().map(Field::name).toList();
  }

  private static Map<String, TableShape> read() {
    Map<String, TableShape> shapes = new LinkedHashMap<>();
    String body = Texts.read("shapes.txt").replaceAll("(?m)^#.*\n", "");
    for (String paragraph : body.split("\n\n")) {
      List<String> lines = paragraph.strip().lines().toList();
      String[] head = lines.getFirst().split(" ");
      List<String> key = head[2].equals("-") ? List.of() : List.of(head[2].split(","));
      boolean fact = !head[1].equals("-");
      Stream<String> common = fact ? Stream.of("source >source", "note string") : Stream.of();
      List<Field> fields =
          Stream.concat(lines.stream().skip(1), common).map(TableShape::field).toList();
      shapes.put(head[0], new TableShape(head[0], head[1].equals("E"), key, fields));
    }
    return shapes;
  }

  private static Field field(String line) {
    String[] words = line.split(" ");
    boolean required = words[0].endsWith("!");
    return new Field(words[0].replace("!", ""), required, words[1]);
  }
}
