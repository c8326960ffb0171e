package org.stadtstand.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A request as it is written in a recording, with the answer that was recorded.
 *
 * @param name what stands behind {@code ###}
 * @param request the lines below it, until {@code >>>}
 * @param response from {@code >>>} on; empty if nothing was recorded yet
 */
record RecordedExchange(String name, String request, String response) {

  /** {@code «3*ab»} stands for ababab. */
  private static final Pattern REPEATED = Pattern.compile("«(\\d+)\\*(.+?)»");

  static RecordedExchange parse(String text) {
    int lineEnd = text.indexOf('\n');
    int answer = text.indexOf("\n>>> ");
    return new RecordedExchange(
        text.substring(0, lineEnd).strip(),
        text.substring(lineEnd + 1, answer < 0 ? text.length() : answer + 1).strip(),
        answer < 0 ? "" : text.substring(answer + 1).strip());
  }

  String write(String recorded) {
    return "### " + name + "\n" + request + "\n\n" + recorded + "\n";
  }

  /**
   * What is sent: the request with the fields that every one has and that would only tire a reader.
   * Each exchange comes from a network of its own unless it says otherwise, so that what is left of
   * a caller's budget does not depend on what was asked before.
   *
   * @param etag what {@code {ETag}} stands for: the tag of the exchange before
   */
  byte[] bytes(String etag) {
    String request = this.request.replace("{ETag}", etag);
    int head = request.indexOf("\n\n");
    String body = repeated(head < 0 ? "" : request.substring(head + 2));
    List<String> lines =
        new ArrayList<>(
            List.of(repeated(head < 0 ? request : request.substring(0, head)).split("\n")));
    lines.set(0, lines.getFirst() + " HTTP/1.1");
    addUnlessThere(lines, "Host", "stadtstand.example");
    addUnlessThere(lines, "X-Forwarded-For", network());
    addUnlessThere(lines, "Connection", "close");
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    if (content.length > 0) {
      addUnlessThere(lines, "Content-Length", String.valueOf(content.length));
    }
    byte[] start = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(start, start.length + content.length);
    System.arraycopy(content, 0, all, start.length, content.length);
    return all;
  }

  private static void addUnlessThere(List<String> lines, String name, String value) {
    if (lines.stream().noneMatch(line -> line.startsWith(name + ":"))) {
      lines.add(name + ": " + value);
    }
  }

  private String network() {
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return "10.%d.%d.1".formatted(sum.getValue() >> 8 & 0xff, sum.getValue() & 0xff);
  }

  private static String repeated(String text) {
    return REPEATED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
  }
}
