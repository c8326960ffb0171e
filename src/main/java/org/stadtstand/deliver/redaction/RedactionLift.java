package org.stadtstand.deliver.redaction;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.deliver.checks.Model;

/**
 * Lifts a redaction, so that deliveries may again bring what was withheld. Nothing comes back by
 * itself: the withheld value no longer exists, and the states it was removed from stay as they are.
 */
final class RedactionLift {

  /** Which redaction to lift, and why. */
  record Order(String table, String key, @Nullable String field, String reason) {}

  private static final String LIFT =
      """
      insert into redaction (municipality, number, type, record, field, release, stands,
        withheld_at, reason, lifts)
      select x.municipality,
        (select count(*) from redaction o where o.municipality = x.municipality)
          + row_number() over (order by x.id),
        x.type, x.record, x.field, x.release, false, :now, :reason, x.id
      from redaction x join record k on k.id = x.record
      where x.municipality = :municipality and x.stands and k.type = :type and k.key = :key
        and x.field is not distinct from :field
        and not exists (select from redaction u where u.lifts = x.id)
      """;

  private final JdbcClient jdbc;
  private final Model model;
  private final int municipality;

  RedactionLift(JdbcClient jdbc, Model model, int municipality) {
    this.jdbc = jdbc;
    this.model = model;
    this.municipality = municipality;
  }

  void carryOut(Order order, OffsetDateTime now) {
    int lifted =
        model
            .types()
            .find(order.table())
            .map(
                type ->
                    jdbc.sql(LIFT)
                        .param("municipality", municipality)
                        .param("type", type.number())
                        .param("key", order.key())
                        .param("field", order.field())
                        .param("now", now)
                        .param("reason", order.reason())
                        .update())
            .orElse(0);
    if (lifted == 0) {
      String what = order.table() + " " + order.key();
      String field = order.field() == null ? "" : " (" + order.field() + ")";
      throw new RedactionRefused(
          "Von %s%s wird nichts zurückgehalten, was später geliefert wird.".formatted(what, field),
          "Nothing that is delivered later is withheld of %s%s.".formatted(what, field));
    }
  }
}
