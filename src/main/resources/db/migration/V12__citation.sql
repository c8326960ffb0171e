-- Answers that were cited, as they were: whoever follows the citation finds these, whatever the
-- schema has become. Each is here once, named by the SHA-256 of its bytes, however often it was
-- cited. After a redaction the bytes are gone for ever, because their name stays taken.
create table link.answer (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  body bytea,
  -- The municipality whose redaction emptied it.
  emptied_for text,
  check ((body is null) = (emptied_for is not null))
);

-- The log of citations of the whole installation, which only grows: each entry names the hash of the
-- one before, and every release seals the newest. See src/docs/verification.md.
create table link.citation (
  number int primary key check (number > 0),
  question text not null references link.question,
  municipality text not null,
  release int not null,
  day date not null,
  -- The SHA-256 of the answer's data in canonical form (RFC 8785), as the citation prints it.
  data text not null check (data ~ '^[0-9a-f]{64}$'),
  -- Null for an answer that was not archived.
  answer text references link.answer,
  cited_on date not null,
  -- Two entries with one predecessor would be two logs.
  previous text unique,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  check ((number = 1) = (previous is null)),
  -- Entered a second time with its archive, if there was no room for one at first.
  constraint citation_entered_once
    unique nulls not distinct (question, municipality, release, day, data, answer)
);
create index on link.citation (answer);
