package org.stadtstand.serve.link;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.PartialDate;

/**
 * The part of an address after {@code /q/}: the question's name, optionally the state at which it
 * is asked, optionally the format of the answer.
 *
 * @param name an id, the readable name of an example, or the compressed question itself
 * @param municipality whose releases the number counts; null for the one the question is about
 * @param number the number of the release; null for now
 * @param day null for the day that the release stands for
 * @param suffix the format's suffix without its dot; null to let {@code Accept} choose
 */
public record LinkAddress(
    String name,
    @Nullable String municipality,
    @Nullable Integer number,
    @Nullable LocalDate day,
    @Nullable String suffix) {

  public static final String ROOT = "/q/";

  private static final Pattern FORM =
      Pattern.compile(
          """
          (?<name>~[A-Za-z0-9_-]+|[a-z0-9][a-z0-9-]*)
          (@((?<municipality>[A-Za-z0-9][A-Za-z0-9._-]*)\\.)?(?<number>0|[1-9]\\d{0,8})(_(?<day>\\d{4}-\\d\\d-\\d\\d))?)?
          (\\.(?<suffix>[A-Za-z][A-Za-z.-]*))?
          """,
          Pattern.COMMENTS);

  public static LinkAddress read(String address) {
    Matcher form = FORM.matcher(address);
    if (!form.matches()) {
      throw refused();
    }
    String number = form.group("number");
    String day = form.group("day");
    try {
      return new LinkAddress(
          form.group("name"),
          form.group("municipality"),
          number == null ? null : Integer.valueOf(number),
          day == null ? null : PartialDate.parseDay(day),
          form.group("suffix"));
    } catch (DateTimeException e) {
      throw new ApiError(
          ErrorCode.BAD_LINK,
          "There is no day " + day + ".",
          "Write the day as 2026-01-31, or leave it out for the day the release stands for.");
    }
  }

  /** Parses a link to any server. */
  public static LinkAddress ofLink(String link) {
    return read(relative(link));
  }

  /** The link as written on a page that is itself below {@code /q/}. */
  public static String relative(String link) {
    return link.substring(link.indexOf(ROOT) + ROOT.length());
  }

  private static ApiError refused() {
    return new ApiError(
        ErrorCode.BAD_LINK,
        "This address is not one of a question.",
        "It is /q/{id}, /q/{id}@{release} or /q/{id}@{release}_{day}, perhaps with the"
            + " municipality before the release (@duesseldorf.4) and a suffix (.csv) at the end.");
  }
}
