-- Answers that were cited, as they were: whoever follows the citation finds these, whatever the
-- schema has become. Their questions are never forgotten.
create table link.citation (
  question text not null references link.question,
  municipality text not null,
  number int not null,
  day date not null,
  answer bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  cited_on date not null,
  primary key (question, municipality, number, day)
);
