package org.stadtstand.serve.manual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.core.io.Resource;

/**
 * Parses an example's file: a heading {@code German / English}, a quoted line if the data are
 * invented, a German and an English paragraph, and the fenced question, variables and answer.
 */
final class ExampleReader extends AbstractVisitor {

  private final TextContentRenderer plain = TextContentRenderer.builder().build();
  private final List<String> paragraphs = new ArrayList<>();
  private final Map<String, String> blocks = new HashMap<>();
  private String title = "";
  private boolean demo;

  private ExampleReader() {}

  static Example read(String name, Resource file) {
    return of(file).example(name, file);
  }

  /** Not kept with the example: the answers of all are a megabyte, and few are looked at. */
  static String answer(Resource file) {
    return of(file).blocks.getOrDefault("json answer", "");
  }

  private static ExampleReader of(Resource file) {
    ExampleReader reader = new ExampleReader();
    Parser.builder().build().parse(Manual.text(file)).accept(reader);
    return reader;
  }

  @Override
  public void visit(Heading heading) {
    title = text(heading);
  }

  @Override
  public void visit(BlockQuote quote) {
    demo = true;
  }

  @Override
  public void visit(Paragraph paragraph) {
    paragraphs.add(text(paragraph));
  }

  @Override
  public void visit(FencedCodeBlock block) {
    blocks.put(block.getInfo(), block.getLiteral().strip());
  }

  private Example example(String name, Resource file) {
    String[] titles = title.split(" / ", 2);
    if (titles.length < 2 || paragraphs.size() < 2 || !blocks.containsKey("graphql")) {
      throw new IllegalStateException(
          "examples/" + name + ".md needs a title \"German / English\", two paragraphs, a query");
    }
    return new Example(
        name,
        titles[0],
        titles[1],
        demo,
        paragraphs.get(0),
        paragraphs.get(1),
        blocks.getOrDefault("graphql", ""),
        blocks.getOrDefault("json variables", ""),
        file);
  }

  private String text(Node node) {
    return plain.render(node).strip();
  }
}
