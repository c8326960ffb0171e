package org.stadtstand.serve.feeds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stadtstand.ground.encoding.JsonCodec;

/** Writes a feed as JSON Feed 1.1. */
final class JsonFeedWriter {

  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  private JsonFeedWriter() {}

  static byte[] write(FeedPage feed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", VERSION);
    json.put("title", feed.title());
    json.put("home_page_url", feed.page());
    json.put("feed_url", feed.self());
    if (feed.older() != null) {
      json.put("next_url", feed.older());
    }
    json.put("language", feed.lang());
    json.put("authors", List.of(Map.of("name", feed.author())));
    json.put("items", feed.entries().stream().map(JsonFeedWriter::item).toList());
    return JsonCodec.PLAIN.writeValueAsBytes(json);
  }

  private static Map<String, Object> item(FeedEntry entry) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", entry.id());
    item.put("url", entry.link());
    item.put("title", entry.title());
    item.put("content_text", entry.text());
    item.put("date_published", entry.published().toString());
    item.put("date_modified", entry.updated().toString());
    if (!entry.categories().isEmpty()) {
      item.put("tags", entry.categories());
    }
    return item;
  }
}
