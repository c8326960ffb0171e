package org.stadtstand.serve.manual;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * Gives a heading that ends in {@code {#name}} that id, so that a link to it outlives its wording
 * and is the same in both languages.
 */
final class HeadingIds extends AbstractVisitor implements AttributeProvider {

  private static final Pattern NAMED = Pattern.compile("\\s*\\{#([a-z0-9-]+)}$");

  private final Map<Node, String> ids = new IdentityHashMap<>();

  @Override
  public void visit(Heading heading) {
    if (heading.getLastChild() instanceof Text text) {
      Matcher named = NAMED.matcher(text.getLiteral());
      if (named.find()) {
        ids.put(heading, named.group(1));
        text.setLiteral(text.getLiteral().substring(0, named.start()));
      }
    }
  }

  @Override
  public void setAttributes(Node node, String tag, Map<String, String> attributes) {
    String id = ids.get(node);
    if (id != null) {
      attributes.put("id", id);
    }
  }
}
