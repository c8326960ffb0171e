-- What search looks through. Both tables follow from the published rows, as tables named …_period do, and
-- are written, recomputed and rewritten by a redaction like them. The program splits texts into words, so
-- that what is found never depends on the dictionaries or the locale of a PostgreSQL.

-- The distinct words of a municipality, so that a word asked for is compared with each of them once,
-- however many texts hold it. Each municipality has its own, so that their numbers find its texts alone.
create table search_word (
  id int generated always as identity primary key,
  municipality int not null,
  word text collate "C" not null,
  -- Without case and accents, and with ss for ß.
  folded text collate "C" not null,
  -- The first release that has it: what is found in a state does not depend on later words.
  since int not null,
  unique (municipality, word)
);
-- Most words of a large city are numbers, those of its keys; what has a letter is sought among the others.
create index on search_word (municipality, folded) include (id, since) where folded ~ '[^0-9]';

-- In which records a word stands. What a word finds is read as a few long rows, however many records it finds.
-- A row says of some records that the word came into this text of theirs with a release, or that it went. So a
-- word stands in a state where it came once more than it went; a text that stays is written once.
create table search_posting (
  word int not null,
  municipality int not null,
  type int not null,
  field text not null,
  weight int not null,
  release int not null,
  ended boolean not null,
  -- From which day an event counts; everything else always does.
  day date not null,
  records int[] not null
);
create index on search_posting (word);
