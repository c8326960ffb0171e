package org.stadtstand.serve.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.chart.Charts;
import org.stadtstand.serve.chart.Picture;
import org.stadtstand.serve.citation.AnswerCitations;
import org.stadtstand.serve.format.FileOrigin;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Formats;
import org.stadtstand.serve.format.Negotiation;
import org.stadtstand.serve.format.ServerAddress;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.LinkedQuestion;
import org.stadtstand.serve.link.NamedQuestion;

/** Finds the format requested by the suffix of a link, or else by its caller. */
@Component
public class LinkFormats {

  private final Formats formats;
  private final AnswerPage page;
  private final Charts charts;
  private final List<LinkedFormats> further;

  LinkFormats(Formats formats, AnswerPage page, Charts charts, List<LinkedFormats> further) {
    this.formats = formats;
    this.page = page;
    this.charts = charts;
    this.further = further;
  }

  /**
   * The format with its parameters.
   *
   * @param address what follows {@code /q/}; without a suffix {@code Accept} chooses
   */
  public Format format(
      LinkedQuestion linked,
      String address,
      @Nullable String accept,
      Map<String, String> parameters,
      ServerAddress server) {
    String suffix = LinkAddress.read(address).suffix();
    return format(linked, suffix, accept, server)
        .with(parameters)
        .from(new FileOrigin(server, linked.fileName(), address));
  }

  private Format format(
      LinkedQuestion linked,
      @Nullable String suffix,
      @Nullable String accept,
      ServerAddress server) {
    Format shown = new PageFormat(page, linked, server, "de", false, null);
    List<Format> offered = new ArrayList<>(formats.ofLinks());
    offered.add(shown);
    if (suffix == null) {
      return Negotiation.format(accept, offered);
    }
    // Browsers accept pictures of everything, and both doors are to understand Accept alike.
    NamedQuestion named = linked.named();
    String titleEn = named == null ? null : named.titleEn();
    offered.addAll(Picture.all(charts, AnswerCitations.title(linked), titleEn));
    further.forEach(each -> offered.addAll(each.of(linked, server)));
    Stream<Format> snippets =
        Arrays.stream(Snippet.values()).map(snippet -> new SnippetFormat(snippet, server));
    return Stream.concat(offered.stream(), snippets)
        .filter(format -> suffix.equals(format.suffix()))
        .findFirst()
        .orElseThrow(() -> unknown(suffix));
  }

  private static ApiError unknown(String suffix) {
    return new ApiError(
        ErrorCode.BAD_LINK,
        "There is no form called ." + suffix + ".",
        "Leave it out, or use .html, .json, .csv, .xlsx, .zip, .svg, .png, .atom, .feed.json,"
            + " .bib, .ris, .csl.json, .py, .R or .sh.");
  }
}
