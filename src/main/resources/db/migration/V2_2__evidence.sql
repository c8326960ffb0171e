-- What a row rests on. A source is its own source.
create table source (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  kind text not null
    check (kind in ('OFFICIAL_PAGE', 'PRESS_RELEASE', 'COUNCIL_PAPER', 'PRESS', 'STUDY', 'PARTY',
      'OPEN_DATA', 'FOI_ANSWER', 'SECONDARY_REWRITE', 'DEMO')),
  publisher text not null,
  title text not null,
  title_sort text collate "C" not null,
  url text,
  published_on_from date,
  published_on_to date,
  retrieved_on date,
  licence text,
  reuse text not null check (reuse in ('FACTS_ONLY', 'QUOTE', 'OPEN')),
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on source (municipality, title_sort, record);
create index on source (since);
create index on source (until) where until < 2147483647;

-- What a thing is called elsewhere; a service can have several LeiKa keys, each for its time.
create table identifier (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  subject int not null,
  scheme text not null
    check (scheme in ('LEIKA', 'OZG', 'PVOG_LBID', 'OPARL', 'WIKIDATA', 'CITY_INTERNAL')),
  value text not null,
  valid_from date,
  valid_to date,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on identifier (subject, scheme, value);
create index on identifier (scheme, value);
create index on identifier (since);
create index on identifier (until) where until < 2147483647;

-- Who said what, on which day; never what was measured.
create table claim (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  topic text not null
    check (topic in ('PROJECT_COUNT', 'SERVICE_COUNT', 'ONLINE_SERVICE_COUNT',
      'END_TO_END_SERVICE_COUNT', 'TARGET_REACHED', 'TARGET_OPEN', 'TARGET_VALUE', 'OTHER')),
  subject int,
  said_on_from date not null,
  said_on_to date not null,
  said_by text not null,
  wording text not null,
  value numeric,
  qualifier text
    check (qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'LESS_THAN')),
  unit text,
  verdict text
    check (verdict in ('CONSISTENT', 'CONTRADICTED', 'UNVERIFIED', 'OUTDATED')),
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on claim (source);
create index on claim (subject, topic, said_on_to);
create index on claim (municipality, said_on_to, record);
create index on claim (since);
create index on claim (until) where until < 2147483647;

-- Which row of ours was wrong, and why.
create table correction (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  corrected int not null,
  field text,
  reason text not null,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on correction (corrected);
create index on correction (municipality, record);
create index on correction (since);
create index on correction (until) where until < 2147483647;
