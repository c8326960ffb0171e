-- A pillar of the strategy.
create table focus_area (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  name_de text not null,
  name_de_sort text collate "C" not null,
  name_en text,
  description_de text,
  description_en text,
  position int not null,
  translation text check (translation in ('HUMAN', 'MACHINE')),
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on focus_area (municipality, position, record);
create index on focus_area (municipality, name_de_sort, record);
create index on focus_area (since);
create index on focus_area (until) where until < 2147483647;

-- A principle by which projects are ranked.
create table guideline (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  name_de text not null,
  name_de_sort text collate "C" not null,
  name_en text,
  description_de text,
  description_en text,
  position int not null,
  translation text check (translation in ('HUMAN', 'MACHINE')),
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on guideline (municipality, position, record);
create index on guideline (municipality, name_de_sort, record);
create index on guideline (since);
create index on guideline (until) where until < 2147483647;

-- What is to be reached, in the strategy's own words.
create table target (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  focus_area int not null,
  wording text not null,
  wording_sort text collate "C" not null,
  wording_en text,
  kind text not null
    check (kind in ('NUMERIC', 'COUNT_OF', 'ALL_OF', 'BOOLEAN', 'QUALITATIVE')),
  unit text,
  baseline_value numeric,
  baseline_on_from date,
  baseline_on_to date,
  target_value numeric,
  direction text check (direction in ('AT_LEAST', 'AT_MOST', 'EQUALS')),
  due_on_from date,
  due_on_to date,
  population text,
  measures text,
  translation text check (translation in ('HUMAN', 'MACHINE')),
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on target (municipality, wording_sort, record);
create index on target (municipality, due_on_to, record);
create index on target (focus_area, wording_sort, record);
create index on target (since);
create index on target (until) where until < 2147483647;

-- The value a target had on a day or for a period.
create table observation (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  target int not null,
  value numeric,
  qualifier text not null default 'EXACT'
    check (qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'LESS_THAN')),
  unit text,
  nature text not null
    check (nature in ('REPORTED', 'MEASURED', 'ESTIMATED', 'DERIVED', 'SYNTHETIC')),
  observed_on_from date not null,
  observed_on_to date not null,
  reported_on date,
  reporter text,
  definition text,
  ordinal int not null default 0,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on observation (target, observed_on_to, ordinal, record);
create index on observation (municipality, observed_on_to, ordinal, record);
create index on observation (since);
create index on observation (until) where until < 2147483647;

-- What was changed about a target after it had been set.
create table target_revision (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  target int not null,
  kind text not null
    check (kind in ('REWORDED', 'VALUE_CHANGED', 'DUE_MOVED', 'ABANDONED', 'SUPERSEDED')),
  effective_on_from date not null,
  effective_on_to date not null,
  old_wording text,
  new_wording text,
  old_value numeric,
  new_value numeric,
  old_due_on_from date,
  old_due_on_to date,
  new_due_on_from date,
  new_due_on_to date,
  superseded_by int,
  reason text,
  ordinal int not null default 0,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on target_revision (target, effective_on_to, ordinal, record);
create index on target_revision (municipality, effective_on_to, ordinal, record);
create index on target_revision (superseded_by);
create index on target_revision (since);
create index on target_revision (until) where until < 2147483647;
