-- A municipality is its own record, found by its key without looking at all the others.
create unique index on record (key) where id = municipality;
