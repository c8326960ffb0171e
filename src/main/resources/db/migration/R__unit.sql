-- The units that convert, from units.csv, which is the only place to change them. A unit that is
-- not here is compared with itself only.
create table if not exists unit (
  name text primary key,
  measure text not null,
  factor numeric not null
);
delete from unit;
insert into unit (name, measure, factor)
select name, measure, factor::numeric from (values ${units}) as listed (name, measure, factor);

-- The value in the other unit; null if they measure different things.
create or replace function converted(value numeric, unit text, other text) returns numeric
  language sql stable parallel safe as $$
    select case
      when lower(unit) = lower(other) then value
      else (
        -- A quotient has as many digits as the dividend: enough for any value of a delivery.
        select trim_scale(round(value * f.factor, 40) / t.factor) from unit f, unit t
        where f.name = converted.unit and t.name = other and f.measure = t.measure)
    end
  $$;
