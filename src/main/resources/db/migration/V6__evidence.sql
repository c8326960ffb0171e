-- What a row rests on. A source is its own source.
create table source (
  like published_row including all,
  kind text not null
    check (kind in ('OFFICIAL_PAGE', 'PRESS_RELEASE', 'COUNCIL_PAPER', 'PRESS', 'STUDY', 'PARTY',
      'OPEN_DATA', 'FOI_ANSWER', 'SECONDARY_REWRITE', 'DEMO')),
  publisher text not null,
  title text not null,
  title_sort text collate "C" not null,
  url text,
  published_on_from date,
  published_on_to date,
  retrieved_on_from date,
  retrieved_on_to date,
  licence text,
  reuse text not null check (reuse in ('FACTS_ONLY', 'QUOTE', 'OPEN'))
);
create index on source (municipality, title_sort, record);
create index on source (title_sort, record);

-- What a thing is called elsewhere; a service can have several LeiKa keys, each for its time.
create table identifier (
  like published_row including all,
  subject int not null,
  scheme text not null
    check (scheme in ('LEIKA', 'OZG', 'PVOG_LBID', 'OPARL', 'WIKIDATA', 'CITY_INTERNAL')),
  value text not null,
  valid_from date,
  valid_to date
);
create index on identifier (subject, scheme, value);
-- The same LeiKa key is that of a service in every city, so it is looked for in one of them.
create index on identifier (municipality, scheme, value);

-- Who said what, on which day; never what was measured.
create table claim (
  like published_row including all,
  topic text not null
    check (topic in ('PROJECT_COUNT', 'SERVICE_COUNT', 'ONLINE_SERVICE_COUNT',
      'END_TO_END_SERVICE_COUNT', 'TARGET_REACHED', 'TARGET_OPEN', 'TARGET_VALUE', 'OTHER')),
  subject int,
  said_on_from date not null,
  said_on_to date not null,
  said_by text not null,
  wording text not null,
  verbatim boolean not null,
  value numeric,
  qualifier text
    check (qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'LESS_THAN', 'EXPECTED')),
  unit text,
  verdict text
    check (verdict in ('CONSISTENT', 'CONTRADICTED', 'UNVERIFIED', 'OUTDATED'))
);
create index on claim (source);
create index on claim (subject, topic, said_on_to);
create index on claim (municipality, said_on_to, record);

-- Which row of ours was wrong, and why.
create table correction (
  like published_row including all,
  corrected int not null,
  field text,
  reason text not null
);
create index on correction (corrected);
create index on correction (municipality, record);
