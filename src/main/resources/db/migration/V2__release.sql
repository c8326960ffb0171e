-- A state that was published. Rows carry the number of the release that brought them and of the one
-- that ended them; the numbers rise in the order of commits, because publications queue for a lock.
create table release (
  id int generated always as identity primary key,
  municipality int not null references record,
  number int not null,
  published_at timestamptz not null,
  kind text not null check (kind in ('PUBLISHED', 'RECONSTRUCTED')),
  stands_for date not null,
  known_from timestamptz not null,
  reason text,
  revokes int references release,
  -- What the delivery's description says about itself, its licence and its publisher, for
  -- catalogues; its package says it again.
  title text,
  description text,
  licence_title text,
  keywords text[],
  themes text[],
  homepage text,
  publisher_type text,
  contributor text,
  -- The chain: see src/docs/verification.md. All null until the publishing transaction ends.
  hash text,
  previous text,
  seal text,
  opened int,
  closed int,
  withdrawn int,
  -- Number and hash of the newest citation when the release was sealed; null if there was none.
  citations text,
  unique (municipality, number)
);

-- Which folder became which release. A digest that was ever published is never imported again.
-- A folder belongs to its city: another one may give a folder of its own the same names.
create table delivery (
  release int primary key references release,
  municipality int not null references record,
  package text not null,
  folder text not null,
  digest bytea not null unique,
  -- The fingerprint of the folder's bytes, beside that of its rows: a start that finds the same bytes
  -- need not read them as tables.
  bytes bytea not null,
  unique (municipality, package, folder)
);

-- Why a row ended: named in withdrawals.csv, missing without a word, or gone with its subject.
create table withdrawal (
  record int not null references record,
  release int not null references release,
  kind text not null check (kind in ('EXPLAINED', 'UNEXPLAINED', 'WITH_SUBJECT')),
  reason text,
  primary key (record, release)
);
