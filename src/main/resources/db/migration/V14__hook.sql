-- Web hooks that are to be sent, apart from the record: a role of its own keeps them, which touches
-- nothing else. Of what happened only the number stands here; what is said of it is asked of the
-- record when it is sent, so that nothing withheld meanwhile lies in a queue.
-- Not "create schema if not exists": that asks for the right to create one even where it is there.
do $$ begin
  if to_regnamespace('hook') is null then
    create schema hook;
  end if;
end $$;

-- Whom the servers have been told of. What was before that is not sent.
create table hook.receiver (
  name text primary key,
  -- The address that answered 410: it wants to hear no more, until it has another one.
  gone text,
  -- It has asked (Retry-After) for nothing before then.
  quiet_until timestamptz
);

-- Up to which numbers a receiver's messages have been noted.
create table hook.noted (
  receiver text not null references hook.receiver,
  municipality text not null,
  release int not null,
  redaction int not null,
  primary key (receiver, municipality)
);

create table hook.message (
  -- The same at each attempt, by which a receiver knows it again.
  id text primary key,
  receiver text not null references hook.receiver,
  municipality text not null,
  kind text not null check (kind in ('RELEASE', 'REDACTION')),
  number int not null,
  noted_at timestamptz not null default now(),
  attempts int not null default 0,
  -- Not before; in the future, too, while a server is about to send it.
  due_at timestamptz not null default now(),
  ended_at timestamptz,
  outcome text check (outcome in ('DELIVERED', 'GIVEN_UP')),
  unique (receiver, municipality, kind, number),
  check ((ended_at is null) = (outcome is null))
);
create index on hook.message (receiver, due_at) where ended_at is null;
