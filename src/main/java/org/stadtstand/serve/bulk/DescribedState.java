package org.stadtstand.serve.bulk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a state describes itself: who publishes it, on what terms, and what its deliveries have said
 * for catalogues so far.
 *
 * @param ags the official municipality key
 * @param frequency how often it is renewed, by the list of the European Union
 * @param title of the delivery, as everything from here on
 * @param themes codes of data themes
 * @param contributor as whose data GovData takes it
 */
public record DescribedState(
    String name,
    @Nullable String nameEn,
    String ags,
    @Nullable String portalUrl,
    String publisher,
    String standing,
    String licence,
    String licenceUrl,
    String attribution,
    String contact,
    @Nullable String frequency,
    @Nullable String title,
    @Nullable String description,
    @Nullable String licenceTitle,
    List<String> keywords,
    List<String> themes,
    @Nullable String homepage,
    @Nullable String publisherType,
    @Nullable String contributor) {

  static DescribedState read(ResultSet row) throws SQLException {
    return new DescribedState(
        row.getString("name_de"),
        row.getString("name_en"),
        row.getString("ags"),
        row.getString("portal_url"),
        row.getString("publisher"),
        row.getString("standing"),
        row.getString("licence"),
        row.getString("licence_url"),
        row.getString("attribution"),
        row.getString("contact"),
        row.getString("accrual_periodicity"),
        row.getString("title"),
        row.getString("description"),
        row.getString("licence_title"),
        list(row.getArray("keywords")),
        list(row.getArray("themes")),
        row.getString("homepage"),
        row.getString("publisher_type"),
        row.getString("contributor"));
  }

  private static List<String> list(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
