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

-- One text of a published row, and the releases that hold the row.
create table search_text (
  municipality int not null,
  type int not null,
  record int not null,
  field text not null,
  weight int not null,
  since int not null,
  until int not null,
  -- From which day an event counts; everything else always does.
  day date not null,
  -- Its words by number, in their order.
  words int[] not null
);
create index on search_text (record, since);
create index on search_text using gin (words);
