-- What the law made the publisher withhold: when, why, on what basis. What was said is nowhere.
create table redaction (
  id int generated always as identity primary key,
  municipality int not null references record,
  type int not null,
  record int not null,
  -- The column of the delivery; null for the row as a whole.
  field text,
  -- The releases that held the row; null for all of them.
  release int references release,
  withheld_at timestamptz not null,
  reason text not null,
  legal_basis text not null
);
create index on redaction (municipality);

-- Which published rows a redaction touched. A row that is withheld as a whole is gone from its table.
create table withheld (
  since int not null,
  type int not null,
  record int not null,
  municipality int not null,
  field text,
  redaction int not null references redaction,
  unique nulls not distinct (since, type, record, field)
);
create index on withheld (record);
