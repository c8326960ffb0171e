package org.stadtstand.record.chain;

import static org.stadtstand.record.chain.Alteration.WITHOUT_FOREIGN_KEYS;
import static org.stadtstand.record.chain.Alteration.ofCity;
import static org.stadtstand.record.chain.Alteration.ofDigest;
import static org.stadtstand.record.chain.Alteration.ofRedaction;
import static org.stadtstand.record.chain.Alteration.ofRelease;
import static org.stadtstand.record.chain.Alteration.ofRow;
import static org.stadtstand.record.chain.Alteration.ofSomeRelease;
import static org.stadtstand.record.chain.Alteration.ofTwoRows;
import static org.stadtstand.record.chain.Alteration.ofWithdrawal;

import java.util.List;
import org.stadtstand.record.chain.RandomRecord.Published;

/** Everything tried on a city, one table of alterations for each kind of published thing. */
final class Alterations {

  /** A value of any column of any table: tried more often than the others. */
  static final Alteration VALUE = new Alteration("a value", Forger::alterValue);

  private static final String ALTERED = "altered after its publication";
  private static final String BESIDE = "put in beside the chain";
  private static final String OTHER_END = "ends otherwise than was published";

  /** Counts a row among those of which something is withheld. */
  private static final String NOTE =
      """
      insert into withheld (since, type, record, municipality, field, redaction)
      select {since}, {type}, {record}, {own}, 'other', id from redaction
      where municipality = {own}
      """;

  private static final List<Alteration> VALUES =
      List.of(
          VALUE,
          new Alteration("a sort key", Forger::alterSortKey),
          ofRow(
              "a record that is said to have left",
              "{table} {key}: counts as gone, and stands",
              "update record set until = 1 where id = {record}"),
          new Alteration(
              "a reference into another city",
              forger ->
                  forger.refer(
                      """
                      select o.id from record k
                      join record o on o.type = k.type and o.key = k.key
                      where k.id = t.{column} and o.municipality = {other}\
                      """)),
          new Alteration(
              "a reference to another table",
              forger ->
                  forger.refer(
                      """
                      select max(o.id) from record k join record o
                        on o.municipality = k.municipality and o.key = k.key and o.type <> k.type
                      where k.id = t.{column}\
                      """)),
          new Alteration("a reference to nothing", forger -> forger.refer("select 1999999999")));

  private static final List<Alteration> ROWS =
      List.of(
          ofRow("a row goes", "{name}: missing", "delete from {table} where {row}"),
          ofRow(
              "a row goes with its digest",
              "{release}: rows begun are not those",
              "delete from {table} where {row}",
              "delete from leaf where {leaf}"),
          ofRow(
              "a row goes to another city",
              "{name}: missing",
              "update {table} set municipality = {other} where {row}"),
          ofRow(
              "a row goes to another city with its digest",
              "{name}: ",
              "update {table} set municipality = {other} where {row}",
              "update leaf set municipality = {other} where {leaf}"),
          ofRow(
              "a row comes for no city",
              "{table} {key}: ",
              """
              insert into {table} select (t).* from (select jsonb_populate_record(t,
                jsonb_build_object('municipality', 1999999999, 'since', 0, 'until', {since})) as t
                from {table} t where {row}) t
              """),
          ofRow(
              "a row begins otherwise",
              "{name}: missing",
              "update {table} set since = {since} - 1000000 where {row}"),
          ofRow(
              "a row ends otherwise",
              "{name}: " + OTHER_END,
              "update {table} set until = {end} where {row}"),
          ofRow(
              "an open row ends with its digest",
              Published::open,
              "{name}: ",
              "update {table} set until = {end} where {row}",
              "update leaf set until = {end} where {leaf}"),
          ofRow(
              "an ended row is open again with its digest",
              row -> !row.open(),
              "rows ended are not those",
              "update {table} set until = {end} where {row}",
              "update leaf set until = {end} where {leaf}"),
          ofTwoRows(
              "two rows swap their records",
              "{name}: ",
              "update {table} set record = -record where {row}",
              "update {table} set record = {record} where record = {beside} and since = {since}",
              "update {table} set record = {beside} where record = -{record} and since = {since}"),
          new Alteration("a row ends with another release", Forger::endWithNewest),
          new Alteration("a row comes", Forger::addRow),
          new Alteration("a row comes with its digest", Forger::addRowWithDigest),
          new Alteration("a row comes in no release", Forger::addRowInNoRelease));

  private static final List<Alteration> DIGESTS =
      List.of(
          ofDigest("digest = sha256(digest)", ALTERED),
          ofDigest("salt = uuid_send(gen_random_uuid())", ALTERED),
          ofDigest("salt = null", ALTERED),
          ofDigest("type = 77", BESIDE),
          ofDigest("record = 1999999999", BESIDE),
          ofDigest("municipality = {other}", BESIDE),
          ofDigest("since = since - 1000000", BESIDE),
          ofDigest("until = {end}", OTHER_END),
          ofRow("a digest goes", "{name}: " + BESIDE, "delete from leaf where {leaf}"),
          ofRow(
              "a digest comes",
              "{release}: rows withdrawn are not those",
              """
              insert into leaf (since, type, record, municipality, digest)
              values ({since}, -1, {record}, {own}, '\\x00')
              """),
          ofTwoRows(
              "two rows swap their digests",
              "{release}: {table} {besideKey}: " + ALTERED,
              """
              update leaf l set digest = o.digest, salt = o.salt from leaf o
              where l.since = {since} and o.since = {since} and l.type = {type} and o.type = {type}
                and (l.record, o.record) in (({record}, {beside}), ({beside}, {record}))
              """));

  private static final List<Alteration> RECORDS =
      List.of(
          ofRow(
              "a key",
              "{table} else: " + ALTERED,
              "update record set key = 'else' where id = {record}"),
          ofTwoRows(
              "two records swap their keys",
              "{name}: " + ALTERED,
              "update record set key = 'else' where id = {record}",
              "update record set key = '{key}' where id = {beside}",
              "update record set key = '{besideKey}' where id = {record}"),
          ofRow(
              "a record goes to another city",
              "{table} z-1: ",
              "update record set municipality = {other}, key = 'z-1' where id = {record}"),
          ofRow(
              "a record goes to another city under its key",
              "{name}: ",
              """
              update record set key = 'z-1'
              where municipality = {other} and type = {type} and key = '{key}'
              """,
              "update record set municipality = {other} where id = {record}"),
          ofRow(
              "a record goes to another table",
              "{name}: ",
              "update record set type = 77 where id = {record}"),
          ofRow(
              "a record goes",
              "{table} #{record}: ",
              WITHOUT_FOREIGN_KEYS,
              "delete from record where id = {record}"));

  private static final List<Alteration> WITHDRAWALS =
      List.of(
          ofRow(
              "a withdrawal comes",
              "{release}: withdrawal {table}:{key}: " + BESIDE,
              """
              insert into withdrawal (record, release, kind)
              values ({record}, {since}, 'EXPLAINED')
              """),
          ofWithdrawal("missing", "delete from withdrawal where {withdrawal}"),
          ofWithdrawal("altered", "update withdrawal set reason = 'Umsonst' where {withdrawal}"),
          ofWithdrawal("altered", "update withdrawal set kind = 'UNEXPLAINED' where {withdrawal}"));

  private static final List<Alteration> REDACTIONS =
      List.of(
          ofRedaction("reason = 'Anderer Grund'"),
          ofRedaction("legal_basis = 'Anderes Recht'"),
          ofRedaction("withheld_at = withheld_at - interval '1 day'"),
          ofRedaction("field = 'source'"),
          ofRedaction("stands = false"),
          ofRedaction("type = type + 1"),
          ofRedaction("record = record + 1"),
          ofRedaction("release = (select max(id) from release)"),
          ofRedaction("number = 9"),
          ofRedaction("sealed = null"),
          ofRedaction("municipality = {other}"),
          ofCity(
              "the redaction goes",
              ": redaction #",
              WITHOUT_FOREIGN_KEYS,
              "delete from redaction where municipality = {own}"),
          ofCity(
              "notes of withholding go",
              ": redaction 1: altered",
              "delete from withheld where municipality = {own}"),
          ofCity(
              "notes of withholding go to another city",
              ": counts as withheld otherwise",
              "update withheld set municipality = {other} where municipality = {own}"),
          ofRow("a note of withholding comes", "{name}: counts as withheld otherwise", NOTE),
          ofRow(
              "a value under a note of withholding",
              "{name}: " + ALTERED,
              NOTE,
              "update leaf set salt = null where {leaf}",
              "update {table} set note = 'Etwas anderes' where {row}"));

  private static final List<Alteration> RELEASES =
      List.of(
          ofRelease("hash = md5(hash) || md5(hash)"),
          ofRelease("previous = md5(hash) || md5(coalesce(previous, hash))"),
          ofRelease("seal = replace(seal, 'opened', 'Opened')"),
          ofRelease("opened = opened + 1"),
          ofRelease("closed = closed + 1"),
          ofRelease("withdrawn = withdrawn + 1"),
          ofRelease("citations = '1:' || hash"),
          ofRelease("published_at = published_at + interval '1 second'"),
          ofRelease("known_from = known_from - interval '1 microsecond'"),
          ofRelease("stands_for = stands_for - 1"),
          ofRelease("kind = 'RECONSTRUCTED'"),
          ofRelease("reason = coalesce(reason || '!', 'Neu')"),
          ofRelease("title = coalesce(title || '!', 'Neu')"),
          ofRelease("description = coalesce(description || '!', 'Neu')"),
          ofRelease("licence_title = case when licence_title is null then 'Neu' end"),
          ofRelease("keywords = array_append(keywords, 'Neu')"),
          ofRelease("themes = array_append(themes, 'TECH')"),
          ofRelease("homepage = coalesce(homepage || '/', 'https://example.org')"),
          ofRelease("publisher_type = case when publisher_type is null then 'Company' end"),
          ofRelease("contributor = case when contributor is null then 'govData' end"),
          ofRelease("revokes = case when revokes is null then id end"),
          ofRelease(
              "revokes = (select o.id from release o"
                  + " where o.municipality = {other} and o.number = 1)"),
          ofRelease("municipality = {other}, number = 77"),
          ofRelease("number = number + 70"),
          ofCity(
              "a delivery goes",
              "Release 1: delivery -: does not fit",
              "delete from delivery where municipality = {own}"),
          ofCity(
              "deliveries go to another city",
              "Release 1: delivery else/1: does not fit",
              """
              update delivery set municipality = {other}, package = 'else'
              where municipality = {own}
              """),
          ofSomeRelease(
              "a release goes",
              "elease ",
              WITHOUT_FOREIGN_KEYS,
              "delete from release where id = {id}"),
          ofCity(
              "the first two releases swap their numbers",
              "Release 1: ",
              """
              update release set number = number + 1000
              where municipality = {own} and number <= 2
              """,
              """
              update release set number = 1003 - number
              where municipality = {own} and number > 1000
              """));

  private Alterations() {}

  static List<Alteration> all() {
    return Alteration.all(
        List.of(VALUES, ROWS, DIGESTS, RECORDS, WITHDRAWALS, REDACTIONS, RELEASES));
  }
}
