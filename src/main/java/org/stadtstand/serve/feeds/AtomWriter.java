package org.stadtstand.serve.feeds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed as Atom (RFC 4287), and where its archive goes on (RFC 5005). */
final class AtomWriter {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String HISTORY = "http://purl.org/syndication/history/1.0";

  /** What XML cannot hold, however it is written. */
  private static final Pattern NO_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter xml;

  private AtomWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static byte[] write(FeedPage feed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new AtomWriter(xml).feed(feed);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Memory cannot be written", e);
    }
    return out.toByteArray();
  }

  private void feed(FeedPage feed) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeNamespace("fh", HISTORY);
    xml.writeAttribute("xml:lang", feed.lang());
    head(feed);
    for (FeedEntry entry : feed.entries()) {
      entry(entry);
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
  }

  private void head(FeedPage feed) throws XMLStreamException {
    text("id", feed.id());
    text("title", feed.title());
    moment("updated", feed.updated());
    link("self", FeedForm.ATOM.mediaType(), feed.self());
    link("alternate", "text/html", feed.page());
    if (feed.archive()) {
      xml.writeEmptyElement("fh:archive");
      link("current", FeedForm.ATOM.mediaType(), feed.current());
    }
    if (feed.older() != null) {
      link("prev-archive", FeedForm.ATOM.mediaType(), feed.older());
    }
    xml.writeStartElement("author");
    text("name", feed.author());
    xml.writeEndElement();
    if (feed.rights() != null) {
      text("rights", feed.rights());
    }
    text("generator", "Stadtstand");
  }

  private void entry(FeedEntry entry) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("entry");
    text("id", entry.id());
    text("title", entry.title());
    moment("published", entry.published());
    moment("updated", entry.updated());
    link("alternate", "text/html", entry.link());
    for (String category : entry.categories()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", readable(category));
    }
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(readable(entry.text()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void link(String relation, String type, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address);
  }

  private void moment(String element, Instant moment) throws XMLStreamException {
    text(element, moment.toString());
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(readable(text));
    xml.writeEndElement();
  }

  private static String readable(String text) {
    return NO_XML.matcher(text).replaceAll("\uFFFD");
  }
}
