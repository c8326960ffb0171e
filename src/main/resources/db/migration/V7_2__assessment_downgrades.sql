-- How often a service had gone backwards by the days of the period, when last, and from which
-- assessment to which. Null in periods that were made before there was a rule for it.
alter table service_assessment_period
  add column times_downgraded int,
  add column downgraded_on date,
  add column downgrade int,
  add column downgraded_from int;
create index on service_assessment_period (municipality, times_downgraded)
  include (known, days, service) where times_downgraded > 0;
