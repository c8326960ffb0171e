package org.stadtstand.record.declaration;

/** A row of another table that belongs to a record in the state asked for; there may be none. */
public sealed interface JoinedRow {

  /** The join under a name, omitted from statements that use none of its columns. */
  String sql(String name);

  /**
   * The period of a derived table that holds on the day. Its municipality is compared, too, because
   * the indexes of its values begin with that.
   *
   * @param subject the column with the record
   */
  record Period(String table, String subject) implements JoinedRow {

    @Override
    public String sql(String name) {
      return "left join " + period(name, "known @> pin.release", "days @> pin.day");
    }

    /** The same of a state in which there is none. */
    public String never(String name) {
      return "left join %s {%s} on false".formatted(table, name);
    }

    /**
     * What is joined of many states: each of its periods that holds in any of the releases {@code
     * pin.releases} and on any of the days {@code pin.span}.
     */
    public String ever(String name) {
      return period(name, "known && pin.releases", "days && pin.span");
    }

    private String period(String name, String known, String days) {
      return """
      %s {%s} on {%2$s}.%s = {t}.record
        and {%2$s}.municipality = {t}.municipality
        and {%2$s}.%s and {%2$s}.%s\
      """
          .formatted(table, name, subject, known, days);
    }
  }

  /**
   * The period of a derived table that held on the day before another.
   *
   * @param subject the column with the record that the periods are of, named as in their table
   * @param day the column with the other day
   */
  record PeriodBefore(String table, Formula.Cell subject, Formula.Cell day) implements JoinedRow {
    @Override
    public String sql(String name) {
      return """
      left join %s {%s} on {%2$s}.%s = %s
        and {%2$s}.municipality = {t}.municipality
        and {%2$s}.known @> pin.release and {%2$s}.days @> (%s - 1)\
      """
          .formatted(table, name, subject.column(), subject.sql(), day.sql());
    }
  }

  /** The published row of the record whose number a column has. */
  record Published(String table, Formula.Cell number) implements JoinedRow {
    @Override
    public String sql(String name) {
      return """
      left join %s {%s} on {%2$s}.record = %s
        and {%2$s}.since <= pin.release and {%2$s}.until > pin.release\
      """
          .formatted(table, name, number.sql());
    }
  }

  /** Type and key of the record whose number a column has, which may be in any table. */
  record Named(Formula.Cell number) implements JoinedRow {
    @Override
    public String sql(String name) {
      return "left join record {%s} on {%1$s}.id = %s".formatted(name, number.sql());
    }
  }
}
