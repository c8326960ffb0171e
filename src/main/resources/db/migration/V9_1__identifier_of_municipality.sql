-- The same LeiKa key is that of a service in every city, so it is looked for in one of them.
create index on identifier (municipality, scheme, value);
drop index identifier_scheme_value_idx;
