-- Questions that people keep, apart from the record: a role of its own adds to them, which can change
-- or delete nothing and touch nothing else.
-- Not "create schema if not exists": that asks for the right to create one even where it is there.
do $$ begin
  if to_regnamespace('link') is null then
    create schema link;
  end if;
end $$;

create table link.question (
  id text primary key check (id ~ '^[a-z2-7]{26}$'),
  content text not null,
  stored_on date not null,
  used_on date not null
);
create index on link.question (used_on);

-- Kept apart from the questions: a link that carries its question is blocked the same way.
create table link.block (
  id text primary key check (id ~ '^[a-z2-7]{26}$'),
  reason text not null,
  blocked_on date not null
);
