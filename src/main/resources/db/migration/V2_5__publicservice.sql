-- What people can ask of the city.
create table public_service (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  name_de text not null,
  name_de_sort text collate "C" not null,
  name_en text,
  leika_type text,
  responsible_unit int,
  life_situation text,
  theme text,
  portal_url text,
  translation text check (translation in ('HUMAN', 'MACHINE')),
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on public_service (municipality, name_de_sort, record);
create index on public_service (responsible_unit, name_de_sort, record);
create index on public_service (since);
create index on public_service (until) where until < 2147483647;

-- A named list of services, such as "the 75".
create table service_selection (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  name_de text not null,
  name_de_sort text collate "C" not null,
  name_en text,
  description_de text,
  description_en text,
  target int,
  translation text check (translation in ('HUMAN', 'MACHINE')),
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on service_selection (municipality, name_de_sort, record);
create index on service_selection (target);
create index on service_selection (since);
create index on service_selection (until) where until < 2147483647;

-- Which service stands in which list, and when.
create table selection_member (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  selection int not null,
  service int not null,
  from_on date,
  to_on date,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on selection_member (selection, service);
create index on selection_member (service, selection);
create index on selection_member (municipality, record);
create index on selection_member (since);
create index on selection_member (until) where until < 2147483647;

-- A named body's judgement of how digital a service is.
create table service_assessment (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  service int not null,
  effective_on_from date not null,
  effective_on_to date not null,
  assessor text not null,
  online_application text not null check (online_application in ('YES', 'PARTLY', 'NO', 'UNKNOWN')),
  end_to_end text not null check (end_to_end in ('YES', 'PARTLY', 'NO', 'UNKNOWN')),
  maturity_model text check (maturity_model in ('OZG_1_1', 'OZG_2_0', 'EU_EGOV')),
  maturity_level int,
  nature text not null
    check (nature in ('REPORTED', 'MEASURED', 'ESTIMATED', 'DERIVED', 'SYNTHETIC')),
  ordinal int not null default 0,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on service_assessment (service, effective_on_to, ordinal, record);
create index on service_assessment (municipality, effective_on_to, ordinal, record);
create index on service_assessment (since);
create index on service_assessment (until) where until < 2147483647;

-- How often a service was used in a period.
create table service_usage (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  service int not null,
  from_on date not null,
  to_on date not null,
  channel text not null check (channel in ('ALL', 'ONLINE', 'OFFICE', 'POST', 'PHONE')),
  count int not null,
  qualifier text not null default 'EXACT'
    check (qualifier in ('EXACT', 'ABOUT', 'MORE_THAN', 'LESS_THAN')),
  definition text not null,
  comparable_with_previous boolean,
  nature text not null
    check (nature in ('REPORTED', 'MEASURED', 'ESTIMATED', 'DERIVED', 'SYNTHETIC')),
  ordinal int not null default 0,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on service_usage (service, to_on, ordinal, record);
create index on service_usage (municipality, to_on, ordinal, record);
create index on service_usage (since);
create index on service_usage (until) where until < 2147483647;
