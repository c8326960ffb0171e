-- A text without case and accents, and with ss for ß: what "contains" compares, everywhere. It equals the
-- sort keys that the program makes. The case of letters is that of Unicode, whatever locale the database
-- was made with; where the collation of PostgreSQL 17 is not there, ICU has it.
do $$
declare unicode text := case
  when exists (select from pg_collation where collname = 'pg_c_utf8') then 'pg_c_utf8'
  else 'und-x-icu' end;
begin
  execute format($function$
    create function folded(text) returns text language sql immutable strict parallel safe
    return regexp_replace(
      normalize(translate(replace(lower($1 collate %I), 'ß', 'ss'), 'ς', 'σ'), nfd),
      '[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]', '', 'g')
    $function$, unicode);
end $$;

-- Everything that is ever named: a row of one of the published tables, by its publisher's key.
-- References that may point to several tables point here.
create table record (
  id int generated always as identity primary key,
  municipality int not null,
  type int not null,
  key text collate "C" not null,
  -- The release that ended the last of its rows: a list in the order of keys passes by what has left.
  until int not null default 2147483647,
  unique (municipality, type, key)
);
-- A municipality is its own record, found by its key without looking at all the others.
create unique index on record (key) where id = municipality;
-- A list over all municipalities, in the order of keys, walks along this.
create index on record (type, key, id) include (municipality, until);

-- The shape of every published table, which is made like this one; here there are no rows. A row
-- says what was published about its record, and the releases [since, until) that hold it.
-- No reference is a foreign key: the importer checks them all at once on the state that a delivery
-- results in, where a key would check row by row.
create table published_row (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  source int not null,
  note text,
  primary key (record, since),
  constraint since_before_until check (since < until)
);
-- What a release brought and ended, in the order of records: the feed of changes and the comparison
-- of releases read along these indexes and stop where the page ends, however much else the release
-- holds. The second leaves out open rows.
create index on published_row (since, record);
create index on published_row (until, record) where until < 2147483647;

-- Tables named …_period hold what follows from the published rows, on which days, as known from which
-- release to which. Each publication brings them up to date for what it touches. They are never part
-- of a hash, a comparison or a change. An open end of days or of known has no bound.

-- By which version of each rule the derived rows of a municipality were last brought up to date. Where
-- the program has another one, the next publication makes them all anew, from its release on.
create table derived_rule (
  municipality int not null,
  derived text not null,
  version int not null,
  primary key (municipality, derived)
);
