-- The municipality's own record; its record is its municipality.
create table municipality (
  like published_row including all,
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
  accrual_periodicity text
    check (accrual_periodicity in ('DAILY', 'WEEKLY', 'BIWEEKLY', 'MONTHLY', 'BIMONTHLY', 'QUARTERLY',
      'ANNUAL_2', 'ANNUAL', 'BIENNIAL', 'TRIENNIAL', 'IRREG', 'UNKNOWN', 'NEVER')),
  translation text check (translation in ('HUMAN', 'MACHINE'))
);
create index on municipality (name_de_sort, record);
-- A sheet reads all rows of a municipality.
create index on municipality (municipality);

-- How many of each kind are listed, how many the city claims, and whether the list is complete.
create table coverage (
  like published_row including all,
  type text not null
    check (type in ('ORG_UNIT', 'FOCUS_AREA', 'GUIDELINE', 'PROJECT', 'PUBLIC_SERVICE',
      'SERVICE_SELECTION', 'TARGET', 'CLAIM', 'DECISION', 'SOURCE')),
  claimed int,
  complete boolean not null,
  note_de text,
  note_en text,
  translation text check (translation in ('HUMAN', 'MACHINE'))
);
create index on coverage (municipality, type);
