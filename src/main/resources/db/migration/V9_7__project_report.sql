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
