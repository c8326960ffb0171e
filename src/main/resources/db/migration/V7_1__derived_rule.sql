-- By which version of each rule the derived rows of a municipality were last brought up to date. Where
-- the program has another one, the next publication makes them all anew, from its release on.
create table derived_rule (
  municipality int not null,
  derived text not null,
  version int not null,
  primary key (municipality, derived)
);
