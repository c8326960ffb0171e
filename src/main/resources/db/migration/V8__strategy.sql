-- A pillar of the strategy.
create table focus_area (
  like published_row including all,
  name_de text not null,
  name_de_sort text collate "C" not null,
  name_en text,
  description_de text,
  description_en text,
  position int not null,
  translation text check (translation in ('HUMAN', 'MACHINE'))
);
create index on focus_area (municipality, position, record);
create index on focus_area (municipality, name_de_sort, record);
create index on focus_area (name_de_sort, record);

-- A principle by which projects are ranked.
create table guideline (
  like published_row including all,
  name_de text not null,
  name_de_sort text collate "C" not null,
  name_en text,
  description_de text,
  description_en text,
  position int not null,
  translation text check (translation in ('HUMAN', 'MACHINE'))
);
create index on guideline (municipality, position, record);
create index on guideline (municipality, name_de_sort, record);
create index on guideline (name_de_sort, record);

-- What is to be reached, in the strategy's own words.
create table target (
  like published_row including all,
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
  translation text check (translation in ('HUMAN', 'MACHINE'))
);
create index on target (municipality, wording_sort, record);
create index on target (wording_sort, record);
create index on target (municipality, due_on_to, record);
create index on target (focus_area, wording_sort, record);

-- The value a target had on a day or for a period.
create table observation (
  like published_row including all,
  target int not null,
  value numeric,
  qualifier text not null default 'EXACT'
    check (qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'LESS_THAN', 'EXPECTED')),
  unit text,
  nature text not null
    check (nature in ('REPORTED', 'RELAYED', 'MEASURED', 'ESTIMATED', 'DERIVED', 'SYNTHETIC')),
  observed_on_from date not null,
  observed_on_to date not null,
  reported_on date,
  reporter text,
  definition text,
  ordinal int not null default 0
);
create index on observation (target, observed_on_to, ordinal, record);
create index on observation (municipality, observed_on_to, ordinal, record);
create index on observation (observed_on_to, ordinal, record);

-- What was changed about a target after it had been set.
create table target_revision (
  like published_row including all,
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
  ordinal int not null default 0
);
create index on target_revision (target, effective_on_to, ordinal, record);
create index on target_revision (municipality, effective_on_to, ordinal, record);
create index on target_revision (effective_on_to, ordinal, record);
create index on target_revision (superseded_by);

-- A value planned for a day on the way to a target.
create table target_step (
  like published_row including all,
  target int not null,
  due_on_from date not null,
  due_on_to date not null,
  value numeric not null
);
create index on target_step (target, due_on_to, record);
create index on target_step (municipality, due_on_to, record);

-- The latest observation of a target.
create table target_latest_period (
  municipality int not null,
  target int not null,
  event int not null,
  value numeric,
  qualifier text not null,
  unit text,
  nature text not null,
  days daterange not null check (not isempty(days)),
  known int4range not null check (not isempty(known)),
  rules int not null
);
create unique index on target_latest_period (target, lower(days), lower(known));
create index on target_latest_period (municipality, value) include (known, days, target);

-- What became of a target; the rule is described where the outcomes are. The basis is the
-- observation that decides, the claim or revision what stands in its place. The gap is that of the
-- basis, else of the latest observation that can be compared; negative is short.
create table target_outcome_period (
  municipality int not null,
  target int not null,
  outcome text not null,
  basis int,
  claim int,
  revision int,
  latest int,
  gap numeric,
  gap_unit text,
  gap_percent numeric,
  days daterange not null check (not isempty(days)),
  known int4range not null check (not isempty(known)),
  rules int not null
);
create unique index on target_outcome_period (target, lower(days), lower(known))
  nulls not distinct;
create index on target_outcome_period (municipality, outcome) include (known, days, target);
