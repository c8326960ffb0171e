-- One for each published row, with the releases [since, until) of its row; the type is that of the
-- record, 0 for the release itself, -1 for the words of a withdrawal. The digest stays when the row
-- is withheld, and the salt goes: with it, whoever guesses the value could see that he is right.
create table leaf (
  -- The number by which lists find it; of no meaning otherwise.
  id int generated always as identity unique,
  since int not null,
  type int not null,
  record int not null,
  until int not null default 2147483647,
  municipality int not null,
  salt bytea,
  digest bytea not null,
  primary key (since, type, record),
  check (since < until)
);
create index on leaf (until, type, record) where until < 2147483647;
create index on leaf ((-id)) where until < 2147483647;
