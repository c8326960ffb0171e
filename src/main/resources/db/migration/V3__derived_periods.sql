-- What follows from the published rows, on which days, as known from which release to which. Each
-- publication brings these tables up to date for what it touches. They are never part of a hash, a
-- comparison or a change. An open end of days or of known has no bound.

-- The status of a project: since when without a break, and by which change.
create table project_status_period (
  municipality int not null,
  project int not null,
  status text not null,
  event int not null,
  since_on date not null,
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

-- How digital a service is, by the assessment that is in force.
create table service_assessment_period (
  municipality int not null,
  service int not null,
  online_application text not null,
  end_to_end text not null,
  maturity_model text,
  maturity_level int,
  event int not null,
  days daterange not null check (not isempty(days)),
  known int4range not null check (not isempty(known)),
  rules int not null
);
create unique index on service_assessment_period (service, lower(days), lower(known));
create index on service_assessment_period (municipality, online_application)
  include (known, days, service);
create index on service_assessment_period (municipality, end_to_end)
  include (known, days, service);

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
  days daterange not null check (not isempty(days)),
  known int4range not null check (not isempty(known)),
  rules int not null
);
create unique index on target_outcome_period (target, lower(days), lower(known))
  nulls not distinct;
create index on target_outcome_period (municipality, outcome) include (known, days, target);
