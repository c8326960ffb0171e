-- What people can ask of the city.
create table public_service (
  like published_row including all,
  name_de text not null,
  name_de_sort text collate "C" not null,
  name_en text,
  leika_type text,
  responsible_unit int,
  life_situation text,
  theme text,
  portal_url text,
  translation text check (translation in ('HUMAN', 'MACHINE'))
);
create index on public_service (municipality, name_de_sort, record);
create index on public_service (name_de_sort, record);
create index on public_service (responsible_unit, name_de_sort, record);

-- A named list of services, such as "the 75".
create table service_selection (
  like published_row including all,
  name_de text not null,
  name_de_sort text collate "C" not null,
  name_en text,
  description_de text,
  description_en text,
  target int,
  translation text check (translation in ('HUMAN', 'MACHINE'))
);
create index on service_selection (municipality, name_de_sort, record);
create index on service_selection (name_de_sort, record);
create index on service_selection (target);

-- Which service stands in which list, and when.
create table selection_member (
  like published_row including all,
  selection int not null,
  service int not null,
  from_on date,
  to_on date
);
create index on selection_member (selection, service);
create index on selection_member (service, selection);
create index on selection_member (municipality, record);

-- A named body's judgement of how digital a service is.
create table service_assessment (
  like published_row including all,
  service int not null,
  effective_on_from date not null,
  effective_on_to date not null,
  assessor text not null,
  online_application text not null check (online_application in ('YES', 'PARTLY', 'NO', 'UNKNOWN')),
  end_to_end text not null check (end_to_end in ('YES', 'PARTLY', 'NO', 'UNKNOWN')),
  maturity_model text check (maturity_model in ('OZG_1_1', 'OZG_2_0', 'EU_EGOV')),
  maturity_level int,
  nature text not null
    check (nature in ('REPORTED', 'RELAYED', 'MEASURED', 'ESTIMATED', 'DERIVED', 'SYNTHETIC')),
  ordinal int not null default 0
);
create index on service_assessment (service, effective_on_to, ordinal, record);
create index on service_assessment (municipality, effective_on_to, ordinal, record);
create index on service_assessment (effective_on_to, ordinal, record);

-- How often a service was used in a period.
create table service_usage (
  like published_row including all,
  service int not null,
  from_on date not null,
  to_on date not null,
  channel text not null check (channel in ('ALL', 'ONLINE', 'OFFICE', 'POST', 'PHONE')),
  count int not null,
  qualifier text not null default 'EXACT'
    check (qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'LESS_THAN', 'EXPECTED')),
  definition text not null,
  comparable_with_previous boolean,
  nature text not null
    check (nature in ('REPORTED', 'RELAYED', 'MEASURED', 'ESTIMATED', 'DERIVED', 'SYNTHETIC')),
  ordinal int not null default 0
);
create index on service_usage (service, to_on, ordinal, record);
create index on service_usage (municipality, to_on, ordinal, record);
create index on service_usage (to_on, ordinal, record);

-- How digital a service is, by the assessment that is in force.
create table service_assessment_period (
  municipality int not null,
  service int not null,
  online_application text not null,
  end_to_end text not null,
  maturity_model text,
  maturity_level int,
  event int not null,
  -- How often it had gone backwards by these days, when last, and from which assessment to which.
  times_downgraded int not null,
  downgraded_on date,
  downgraded_on_earliest date,
  downgrade int,
  downgraded_from int,
  days daterange not null check (not isempty(days)),
  known int4range not null check (not isempty(known)),
  rules int not null
);
create unique index on service_assessment_period (service, lower(days), lower(known));
create index on service_assessment_period (municipality, online_application)
  include (known, days, service);
create index on service_assessment_period (municipality, end_to_end)
  include (known, days, service);
create index on service_assessment_period (municipality, times_downgraded)
  include (known, days, service) where times_downgraded > 0;

-- How often a service was used in the last calendar year of which that is known.
create table service_usage_period (
  municipality int not null,
  service int not null,
  year int not null,
  total int,
  online int,
  online_share numeric,
  rough boolean not null,
  days daterange not null check (not isempty(days)),
  known int4range not null check (not isempty(known)),
  rules int not null
);
create unique index on service_usage_period (service, lower(days), lower(known));
create index on service_usage_period (municipality, online_share) include (known, days, service);
