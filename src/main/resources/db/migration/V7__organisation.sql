-- Departments, offices, committees, companies: a tree.
create table org_unit (
  like published_row including all,
  kind text not null
    check (kind in ('DEPARTMENT', 'OFFICE', 'INSTITUTE', 'STAFF_UNIT', 'SUBSIDIARY', 'COMMITTEE',
      'COUNCIL', 'DISTRICT_COUNCIL', 'EXTERNAL')),
  name_de text not null,
  name_de_sort text collate "C" not null,
  name_en text,
  number text,
  parent int,
  external boolean not null,
  translation text check (translation in ('HUMAN', 'MACHINE'))
);
create index on org_unit (municipality, name_de_sort, record);
create index on org_unit (name_de_sort, record);
create index on org_unit (parent, name_de_sort, record);

-- What a body decided on which day.
create table decision (
  like published_row including all,
  body int not null,
  decided_on_from date not null,
  decided_on_to date not null,
  title text not null,
  title_sort text collate "C" not null,
  result text not null
    check (result in ('ADOPTED', 'REJECTED', 'NOTED', 'REFERRED', 'UNKNOWN')),
  vote_summary text,
  paper_reference text,
  paper_url text,
  subject int
);
create index on decision (title_sort, record);
create index on decision (municipality, decided_on_to, record);
create index on decision (body, decided_on_to, record);
create index on decision (subject, decided_on_to, record);

-- From when on a unit was responsible for a project or a service.
create table responsibility_change (
  like published_row including all,
  subject int not null,
  unit int not null,
  effective_on_from date not null,
  effective_on_to date not null,
  reason text,
  ordinal int not null default 0
);
create index on responsibility_change (subject, effective_on_to, ordinal, record);
create index on responsibility_change (municipality, effective_on_to, ordinal, record);
create index on responsibility_change (effective_on_to, ordinal, record);
create index on responsibility_change (unit);
