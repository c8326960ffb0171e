package org.stadtstand.serve.manual;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** One file of the documentation as HTML. */
record Chapter(String name, String title, String html) {

  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), HeadingAnchorExtension.create());

  static Chapter read(String name, String markdown) {
    Node document = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
    document.accept(new PageLinks());
    String html =
        HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build().render(document);
    return new Chapter(name, title(document, name), html);
  }

  private static String title(Node document, String otherwise) {
    return document.getFirstChild() instanceof Heading heading
        ? TextContentRenderer.builder().build().render(heading).strip()
        : otherwise;
  }

  /**
   * Turns links to files, as the repository needs them, into links to pages: {@code api.md#codes}
   * becomes {@code api#codes}.
   */
  private static final class PageLinks extends AbstractVisitor {

    @Override
    public void visit(Link link) {
      String target = link.getDestination();
      if (!target.contains(":")) {
        link.setDestination(target.replaceFirst("\\.md(?=#|$)", ""));
      }
      visitChildren(link);
    }
  }
}
