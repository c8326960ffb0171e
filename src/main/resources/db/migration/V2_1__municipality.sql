-- Every published table has the same frame: the record that a row is about, and the releases
-- [since, until) that hold it. No reference is a foreign key: the importer checks them all at once
-- on the state that a delivery results in, where a key would check row by row.
-- Of the two indexes that find what a release brought and ended, the second leaves out open rows.

-- The municipality's own record; its record is its municipality.
create table municipality (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  ags text not null,
  ars text not null,
  name_de text not null,
  name_de_sort text collate "C" not null,
  name_en text,
  state text,
  portal_url text,
  publisher text not null,
  standing text not null check (standing in ('OFFICIAL', 'EDITORIAL', 'DEMO')),
  licence text not null,
  licence_url text not null,
  attribution text not null,
  contact text not null,
  translation text check (translation in ('HUMAN', 'MACHINE')),
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on municipality (since);
create index on municipality (until) where until < 2147483647;

-- How many of each kind are listed, how many the city claims, and whether the list is complete.
create table coverage (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  type text not null
    check (type in ('ORG_UNIT', 'FOCUS_AREA', 'GUIDELINE', 'PROJECT', 'PUBLIC_SERVICE',
      'SERVICE_SELECTION', 'TARGET', 'CLAIM', 'DECISION', 'SOURCE')),
  claimed int,
  complete boolean not null,
  note_de text,
  note_en text,
  translation text check (translation in ('HUMAN', 'MACHINE')),
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on coverage (municipality, type);
create index on coverage (since);
create index on coverage (until) where until < 2147483647;
