-- The chain that makes a change of the past visible: see src/docs/verification.md.

-- A release that was published without a hash cannot be given one that proves anything.
do $$
begin
  if exists (select from release) then
    raise exception 'This database holds releases from before releases had hashes; start with an empty one';
  end if;
end
$$;

-- All null until the publishing transaction ends.
alter table release
  add column hash text,
  add column previous text,
  add column seal text,
  add column opened int,
  add column closed int,
  add column withdrawn int;

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
