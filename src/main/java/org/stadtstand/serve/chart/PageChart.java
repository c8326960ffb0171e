package org.stadtstand.serve.chart;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.drawing.Svg;

/**
 * A chart as a part of a page.
 *
 * @param html both drawings, without what surrounds them
 * @param title its finding
 * @param link where it can be had as {@code .svg}, {@code .png} and {@code .csv}, as it is now for
 *     ever; null if it has no link
 */
public record PageChart(String html, String title, @Nullable String link) {

  static PageChart of(Chart chart, Language language, @Nullable String link) {
    return new PageChart(
        Svg.inPage(chart.drawn(Layout.WIDE, language), "wide")
            + Svg.inPage(chart.drawn(Layout.PHONE, language), "phone"),
        chart.title(),
        link);
  }
}
