-- Departments, offices, committees, companies: a tree.
create table org_unit (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  kind text not null
    check (kind in ('DEPARTMENT', 'OFFICE', 'INSTITUTE', 'STAFF_UNIT', 'SUBSIDIARY', 'COMMITTEE',
      'COUNCIL', 'DISTRICT_COUNCIL', 'EXTERNAL')),
  name_de text not null,
  name_de_sort text collate "C" not null,
  name_en text,
  number text,
  parent int,
  external boolean not null,
  translation text check (translation in ('HUMAN', 'MACHINE')),
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on org_unit (municipality, name_de_sort, record);
create index on org_unit (parent, name_de_sort, record);
create index on org_unit (since);
create index on org_unit (until) where until < 2147483647;

-- What a body decided on which day.
create table decision (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
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
  subject int,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on decision (municipality, decided_on_to, record);
create index on decision (body, decided_on_to, record);
create index on decision (subject, decided_on_to, record);
create index on decision (since);
create index on decision (until) where until < 2147483647;

-- From when on a unit was responsible for a project or a service.
create table responsibility_change (
  record int not null,
  municipality int not null,
  since int not null,
  until int not null default 2147483647,
  subject int not null,
  unit int not null,
  effective_on_from date not null,
  effective_on_to date not null,
  reason text,
  ordinal int not null default 0,
  source int not null,
  note text,
  primary key (record, since),
  check (since < until)
);
create index on responsibility_change (subject, effective_on_to, ordinal, record);
create index on responsibility_change (municipality, effective_on_to, ordinal, record);
create index on responsibility_change (unit);
create index on responsibility_change (since);
create index on responsibility_change (until) where until < 2147483647;
