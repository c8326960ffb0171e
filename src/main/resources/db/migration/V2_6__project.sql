-- An undertaking of the strategy.
create table project (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
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
  partners text[],
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on project (municipality, title_de_sort, record);
create index on project (municipality, planned_end_to, record);
create index on project (focus_area, title_de_sort, record);
create index on project (lead_unit, title_de_sort, record);
create index on project (since);
create index on project (until) where until < 2147483647;

-- Which project is to help to reach which target.
create table project_target (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  project int not null,
  target int not null,
  contribution text,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on project_target (project, target);
create index on project_target (target, project);
create index on project_target (municipality, record);
create index on project_target (since);
create index on project_target (until) where until < 2147483647;

-- Which project changes which service.
create table project_service (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  project int not null,
  service int not null,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on project_service (project, service);
create index on project_service (service, project);
create index on project_service (municipality, record);
create index on project_service (since);
create index on project_service (until) where until < 2147483647;

-- From which day on a project had a status.
create table project_status_change (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  project int not null,
  status text not null
    check (status in ('IDEA', 'PLANNED', 'PRIORITISED', 'IN_PROGRESS', 'PILOT', 'ON_HOLD',
      'COMPLETED', 'CANCELLED', 'MERGED', 'UNKNOWN')),
  effective_on_from date not null,
  effective_on_to date not null,
  reason_code text
    check (reason_code in ('RESOURCES', 'BUDGET', 'PROCUREMENT', 'LEGAL',
      'DEPENDENCY_STATE_FEDERAL', 'VENDOR', 'TECHNICAL', 'SCOPE', 'NONE_GIVEN')),
  ordinal int not null default 0,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on project_status_change (project, effective_on_to, ordinal, record);
create index on project_status_change (municipality, effective_on_to, ordinal, record);
create index on project_status_change (since);
create index on project_status_change (until) where until < 2147483647;

-- The announcement that a planned date was moved.
create table schedule_revision (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
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
  ordinal int not null default 0,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on schedule_revision (project, effective_on_to, ordinal, record);
create index on schedule_revision (municipality, effective_on_to, ordinal, record);
create index on schedule_revision (since);
create index on schedule_revision (until) where until < 2147483647;

-- How a guideline ranked a project.
create table priority_rating (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  project int not null,
  guideline int not null,
  priority text not null check (priority in ('HIGH', 'MEDIUM', 'LOW')),
  effective_on_from date not null,
  effective_on_to date not null,
  ordinal int not null default 0,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on priority_rating (project, effective_on_to, ordinal, record);
create index on priority_rating (municipality, effective_on_to, ordinal, record);
create index on priority_rating (guideline);
create index on priority_rating (since);
create index on priority_rating (until) where until < 2147483647;

-- What a project was planned to cost, was granted or did cost.
create table cost_observation (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  project int not null,
  phase text not null check (phase in ('PLANNED', 'APPROVED', 'SPENT')),
  amount numeric not null,
  currency text not null check (currency in ('EUR')),
  qualifier text not null default 'EXACT'
    check (qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'LESS_THAN')),
  nature text not null
    check (nature in ('REPORTED', 'MEASURED', 'ESTIMATED', 'DERIVED', 'SYNTHETIC')),
  year int,
  effective_on_from date not null,
  effective_on_to date not null,
  ordinal int not null default 0,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on cost_observation (project, effective_on_to, ordinal, record);
create index on cost_observation (municipality, effective_on_to, ordinal, record);
create index on cost_observation (since);
create index on cost_observation (until) where until < 2147483647;

-- A step of a project.
create table milestone (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  project int not null,
  title_de text not null,
  title_en text,
  due_on_from date,
  due_on_to date,
  done_on_from date,
  done_on_to date,
  translation text check (translation in ('HUMAN', 'MACHINE')),
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on milestone (project, due_on_to, record);
create index on milestone (municipality, due_on_to, record);
create index on milestone (since);
create index on milestone (until) where until < 2147483647;

-- How a project goes back to, or went on in, another.
create table project_relation (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  project int not null,
  kind text not null
    check (kind in ('MERGED_INTO', 'SPLIT_FROM', 'RENAMED_FROM', 'SUCCESSOR_OF')),
  other int,
  former_title text,
  effective_on_from date not null,
  effective_on_to date not null,
  ordinal int not null default 0,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on project_relation (project, effective_on_to, ordinal, record);
create index on project_relation (municipality, effective_on_to, ordinal, record);
create index on project_relation (other);
create index on project_relation (since);
create index on project_relation (until) where until < 2147483647;
