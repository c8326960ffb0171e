-- An undertaking of the strategy.
create table project (
  like published_row including all,
  title_de text not null,
  title_de_sort text collate "C" not null,
  title_en text,
  summary_de text,
  summary_en text,
  translation text check (translation in ('HUMAN', 'MACHINE')),
  focus_area int,
  lead_unit int,
  planned_start_from date,
  planned_start_to date,
  planned_end_from date,
  planned_end_to date,
  partners text[]
);
create index on project (municipality, title_de_sort, record);
create index on project (title_de_sort, record);
create index on project (municipality, planned_end_to, record);
create index on project (focus_area, title_de_sort, record);
create index on project (lead_unit, title_de_sort, record);

-- Which project is to help to reach which target.
create table project_target (
  like published_row including all,
  project int not null,
  target int not null,
  contribution text
);
create index on project_target (project, target);
create index on project_target (target, project);
create index on project_target (municipality, record);

-- Which project changes which service.
create table project_service (
  like published_row including all,
  project int not null,
  service int not null
);
create index on project_service (project, service);
create index on project_service (service, project);
create index on project_service (municipality, record);

-- From which day on a project had a status.
create table project_status_change (
  like published_row including all,
  project int not null,
  status text not null
    check (status in ('IDEA', 'PLANNED', 'PRIORITISED', 'IN_PROGRESS', 'PILOT', 'ON_HOLD',
      'COMPLETED', 'CANCELLED', 'MERGED', 'UNKNOWN')),
  effective_on_from date not null,
  effective_on_to date not null,
  reason_code text
    check (reason_code in ('RESOURCES', 'BUDGET', 'PROCUREMENT', 'LEGAL',
      'DEPENDENCY_STATE_FEDERAL', 'VENDOR', 'TECHNICAL', 'SCOPE', 'NONE_GIVEN')),
  ordinal int not null default 0
);
create index on project_status_change (project, effective_on_to, ordinal, record);
create index on project_status_change (municipality, effective_on_to, ordinal, record);
create index on project_status_change (effective_on_to, ordinal, record);

-- The announcement that a planned date was moved.
create table schedule_revision (
  like published_row including all,
  project int not null,
  field text not null check (field in ('PLANNED_START', 'PLANNED_END')),
  old_on_from date,
  old_on_to date,
  new_on_from date,
  new_on_to date,
  effective_on_from date not null,
  effective_on_to date not null,
  reason_code text
    check (reason_code in ('RESOURCES', 'BUDGET', 'PROCUREMENT', 'LEGAL',
      'DEPENDENCY_STATE_FEDERAL', 'VENDOR', 'TECHNICAL', 'SCOPE', 'NONE_GIVEN')),
  ordinal int not null default 0
);
create index on schedule_revision (project, effective_on_to, ordinal, record);
create index on schedule_revision (municipality, effective_on_to, ordinal, record);
create index on schedule_revision (effective_on_to, ordinal, record);

-- How a guideline ranked a project.
create table priority_rating (
  like published_row including all,
  project int not null,
  guideline int not null,
  priority text not null check (priority in ('HIGH', 'MEDIUM', 'LOW')),
  effective_on_from date not null,
  effective_on_to date not null,
  ordinal int not null default 0
);
create index on priority_rating (project, effective_on_to, ordinal, record);
create index on priority_rating (municipality, effective_on_to, ordinal, record);
create index on priority_rating (effective_on_to, ordinal, record);
create index on priority_rating (guideline);

-- What a project was planned to cost, was granted or did cost.
create table cost_observation (
  like published_row including all,
  project int not null,
  phase text not null check (phase in ('PLANNED', 'APPROVED', 'SPENT')),
  amount numeric not null,
  currency text not null check (currency in ('EUR')),
  qualifier text not null default 'EXACT'
    check (qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'LESS_THAN', 'EXPECTED')),
  nature text not null
    check (nature in ('REPORTED', 'RELAYED', 'MEASURED', 'ESTIMATED', 'DERIVED', 'SYNTHETIC')),
  year int,
  effective_on_from date not null,
  effective_on_to date not null,
  ordinal int not null default 0
);
create index on cost_observation (project, effective_on_to, ordinal, record);
create index on cost_observation (municipality, effective_on_to, ordinal, record);
create index on cost_observation (effective_on_to, ordinal, record);

-- A step of a project.
create table milestone (
  like published_row including all,
  project int not null,
  title_de text not null,
  title_en text,
  due_on_from date,
  due_on_to date,
  done_on_from date,
  done_on_to date,
  translation text check (translation in ('HUMAN', 'MACHINE'))
);
create index on milestone (project, due_on_to, record);
create index on milestone (municipality, due_on_to, record);

-- How a project goes back to, or went on in, another.
create table project_relation (
  like published_row including all,
  project int not null,
  kind text not null
    check (kind in ('MERGED_INTO', 'SPLIT_FROM', 'RENAMED_FROM', 'SUCCESSOR_OF')),
  other int,
  former_title text,
  effective_on_from date not null,
  effective_on_to date not null,
  ordinal int not null default 0
);
create index on project_relation (project, effective_on_to, ordinal, record);
create index on project_relation (municipality, effective_on_to, ordinal, record);
create index on project_relation (effective_on_to, ordinal, record);
create index on project_relation (other);

-- The status of a project: since when without a break, and by which change.
create table project_status_period (
  municipality int not null,
  project int not null,
  status text not null,
  event int not null,
  since_on date not null,
  since_on_earliest date not null,
  -- When it was planned for the first time up to these days.
  planned_on date,
  planned_on_earliest date,
  days daterange not null check (not isempty(days)),
  known int4range not null check (not isempty(known)),
  rules int not null
);
create unique index on project_status_period (project, lower(days), lower(known));
create index on project_status_period (municipality, status) include (known, days, project);

-- How often and how far the announced end of a project has been moved. The event is the last move.
create table project_schedule_period (
  municipality int not null,
  project int not null,
  first_planned_end date,
  first_planned_end_earliest date,
  times_rescheduled int not null,
  slippage_days int,
  event int,
  days daterange not null check (not isempty(days)),
  known int4range not null check (not isempty(known)),
  rules int not null
);
create unique index on project_schedule_period (project, lower(days), lower(known))
  nulls not distinct;
create index on project_schedule_period (municipality, times_rescheduled)
  include (known, days, project);
create index on project_schedule_period (municipality, slippage_days)
  include (known, days, project);

-- The priority of a project: the highest by which a guideline last ranked it.
create table project_priority_period (
  municipality int not null,
  project int not null,
  priority text not null,
  days daterange not null check (not isempty(days)),
  known int4range not null check (not isempty(known)),
  rules int not null
);
create unique index on project_priority_period (project, lower(days), lower(known));
create index on project_priority_period (municipality, priority) include (known, days, project);

-- What a project was to cost, was granted and did cost, and by how much more it did.
create table project_cost_period (
  municipality int not null,
  project int not null,
  planned numeric,
  planned_currency text,
  planned_qualifier text,
  approved numeric,
  approved_currency text,
  approved_qualifier text,
  spent numeric,
  spent_currency text,
  spent_qualifier text,
  overrun numeric,
  overrun_currency text,
  overrun_qualifier text,
  overrun_percent numeric,
  days daterange not null check (not isempty(days)),
  known int4range not null check (not isempty(known)),
  rules int not null
);
create unique index on project_cost_period (project, lower(days), lower(known));
create index on project_cost_period (municipality, overrun) include (known, days, project);

-- The last report on a project: any event of it, whatever it told. A period begins with the day of
-- one and ends with that of the next, so it needs no column of its own for the day.
create table project_report_period (
  municipality int not null,
  project int not null,
  days daterange not null check (not isempty(days)),
  known int4range not null check (not isempty(known)),
  rules int not null
);
create unique index on project_report_period (project, lower(days), lower(known));
-- A sheet reads all rows of a municipality.
create index on project_report_period (municipality);
