package org.stadtstand.serve.manual;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * One file of the documentation as HTML.
 *
 * @param about its first paragraph, for those who list it
 */
record Chapter(String name, String title, String about, String html) {

  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), HeadingAnchorExtension.create());

  static Chapter read(String name, String markdown) {
    Node document = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
    HeadingIds ids = new HeadingIds();
    document.accept(new PageLinks());
    document.accept(ids);
    String html =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .attributeProviderFactory(context -> ids)
            .escapeHtml(true)
            .build()
            .render(document);
    return new Chapter(name, title(document, name), about(document), html);
  }

  /** As a part of a page of a server whose paths have a prefix. */
  Chapter below(String contextPath) {
    return new Chapter(name, title, about, html.replace("href=\"/", "href=\"" + contextPath + "/"));
  }

  private static String title(Node document, String otherwise) {
    return document.getFirstChild() instanceof Heading heading ? text(heading) : otherwise;
  }

  private static String about(Node document) {
    Node node = document.getFirstChild();
    while (node != null && !(node instanceof Paragraph)) {
      node = node.getNext();
    }
    return node == null ? "" : words(node);
  }

  /** The words without the addresses that they lead to. */
  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak lineBreak) {
            words.append(' ');
          }
        });
    return words.toString();
  }

  private static String text(Node node) {
    return TextContentRenderer.builder().build().render(node).strip();
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
