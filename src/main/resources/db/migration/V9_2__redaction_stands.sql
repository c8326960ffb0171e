-- The list of redactions is part of the chain, and holds for what later deliveries bring. It only grows:
-- an entry that lifts another one has no legal basis, but a reason.
alter table redaction
  -- 1, 2, 3 … of that municipality.
  add column number int,
  -- Whether it also holds for what later deliveries say there, until it is lifted.
  add column stands boolean not null default false,
  add column lifts int unique references redaction,
  -- The release whose hash covers the entry: the first one after it. Null until then.
  add column sealed int references release,
  alter column legal_basis drop not null;

update redaction x set number = (
  select count(*) from redaction o where o.municipality = x.municipality and o.id <= x.id);

alter table redaction
  alter column number set not null,
  alter column stands drop default,
  add unique (municipality, number),
  add check ((lifts is null) = (legal_basis is not null));

comment on table withheld is 'Rows that began before their redaction was sealed have lost their salt; of
those that began later, while it stood, nothing was ever there, and they keep theirs.';
