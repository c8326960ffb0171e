-- What the law made the publisher withhold: when, why, on what basis. What was said is nowhere. The
-- list is part of the chain, and holds for what later deliveries bring. It only grows: an entry that
-- lifts another one has no legal basis, but a reason.
create table redaction (
  id int generated always as identity primary key,
  municipality int not null references record,
  -- 1, 2, 3 … of that municipality.
  number int not null,
  type int not null,
  record int not null,
  -- The column of the delivery; null for the row as a whole.
  field text,
  -- The releases that held the row; null for all of them.
  release int references release,
  withheld_at timestamptz not null,
  reason text not null,
  legal_basis text,
  -- Whether it also holds for what later deliveries say there, until it is lifted.
  stands boolean not null,
  lifts int unique references redaction,
  -- The release whose hash covers the entry: the first one after it. Null until then.
  sealed int references release,
  unique (municipality, number),
  check ((lifts is null) = (legal_basis is not null))
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

comment on table withheld is 'Rows that began before their redaction was sealed have lost their salt; of
those that began later, while it stood, nothing was ever there, and they keep theirs.';
