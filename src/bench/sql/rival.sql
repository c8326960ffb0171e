-- What somebody would give PostGraphile who publishes the same record with it: a schema of read-only
-- views of what holds now, with the keys and references that views cannot declare themselves, and
-- partial indexes on the rows that hold. Past states cannot be asked for here.
drop schema if exists rival cascade;
create schema rival;

create view rival.municipality as
select t.record, k.key, t.name_de as name, t.standing
from municipality t join record k on k.id = t.record
where t.until = 2147483647;
comment on view rival.municipality is E'@primaryKey record';

create view rival.org_unit as
select t.record, t.municipality as municipality_id, k.key, t.name_de as name
from org_unit t join record k on k.id = t.record
where t.until = 2147483647;
comment on view rival.org_unit is E'@primaryKey record';

create view rival.focus_area as
select t.record, t.municipality as municipality_id, k.key, t.name_de as name, t.position
from focus_area t join record k on k.id = t.record
where t.until = 2147483647;
comment on view rival.focus_area is E'@primaryKey record';

create view rival.target as
select t.record, t.municipality as municipality_id, k.key, t.wording, t.due_on_to as due_on,
  t.focus_area as focus_area_id
from target t join record k on k.id = t.record
where t.until = 2147483647;
comment on view rival.target is
  E'@primaryKey record\n@foreignKey (focus_area_id) references rival.focus_area (record)';

-- What a view only selects is not read unless it is asked for: so status is a select of its own.
create view rival.project as
select t.record, t.municipality as municipality_id, k.key, t.title_de as title,
  t.title_de_sort as title_sort, t.planned_start_to as planned_start,
  t.planned_end_to as planned_end, t.focus_area as focus_area_id, t.lead_unit as lead_unit_id,
  (select s.status from project_status_period s
    where s.project = t.record and upper_inf(s.known) and s.days @> current_date) as status
from project t join record k on k.id = t.record
where t.until = 2147483647;
comment on view rival.project is
  E'@primaryKey record\n@foreignKey (focus_area_id) references rival.focus_area (record)\n@foreignKey (lead_unit_id) references rival.org_unit (record)';

create view rival.public_service as
select t.record, t.municipality as municipality_id, k.key, t.name_de as name,
  (select p.event from service_assessment_period p
    where p.service = t.record and upper_inf(p.known) and p.days @> current_date)
    as current_assessment_id
from public_service t join record k on k.id = t.record
where t.until = 2147483647;
comment on view rival.public_service is
  E'@primaryKey record\n@foreignKey (current_assessment_id) references rival.service_assessment (record)';

create view rival.service_assessment as
select t.record, t.service as service_id, t.effective_on_to as effective_on, t.assessor,
  t.online_application, t.end_to_end
from service_assessment t
where t.until = 2147483647;
comment on view rival.service_assessment is E'@primaryKey record';

create view rival.project_target as
select t.project as project_id, t.target as target_id
from project_target t
where t.until = 2147483647;
comment on view rival.project_target is
  E'@primaryKey project_id,target_id\n@foreignKey (project_id) references rival.project (record)\n@foreignKey (target_id) references rival.target (record)';

create view rival.project_service as
select t.project as project_id, t.service as service_id
from project_service t
where t.until = 2147483647;
comment on view rival.project_service is
  E'@primaryKey project_id,service_id\n@foreignKey (project_id) references rival.project (record)\n@foreignKey (service_id) references rival.public_service (record)';

-- What happened to a project, all kinds together, in the order of their tables' indexes.
create view rival.project_event as
select e.*, (select k.key from record k where k.id = e.record) as key
from (
  select record, municipality as municipality_id, project as project_id,
    effective_on_to as effective_on, ordinal, 'PROJECT_STATUS_CHANGE' as event_kind
  from project_status_change where until = 2147483647 and effective_on_to <= current_date
  union all
  select record, municipality, project, effective_on_to, ordinal, 'SCHEDULE_REVISION'
  from schedule_revision where until = 2147483647 and effective_on_to <= current_date
  union all
  select record, municipality, project, effective_on_to, ordinal, 'PRIORITY_RATING'
  from priority_rating where until = 2147483647 and effective_on_to <= current_date
  union all
  select record, municipality, project, effective_on_to, ordinal, 'COST_OBSERVATION'
  from cost_observation where until = 2147483647 and effective_on_to <= current_date
  union all
  select record, municipality, project, effective_on_to, ordinal, 'PROJECT_RELATION'
  from project_relation where until = 2147483647 and effective_on_to <= current_date
  union all
  select record, municipality, subject, effective_on_to, ordinal, 'RESPONSIBILITY_CHANGE'
  from responsibility_change where until = 2147483647 and effective_on_to <= current_date
) e;
comment on view rival.project_event is
  E'@primaryKey record\n@foreignKey (project_id) references rival.project (record)|@foreignFieldName events';

-- What happened in a city.
create view rival.city_event as
select e.*, (select k.key from record k where k.id = e.record) as key
from (
  select record, municipality as municipality_id, effective_on_to as effective_on, ordinal,
    'PROJECT_STATUS_CHANGE' as event_kind
  from project_status_change where until = 2147483647 and effective_on_to <= current_date
  union all
  select record, municipality, effective_on_to, ordinal, 'SCHEDULE_REVISION'
  from schedule_revision where until = 2147483647 and effective_on_to <= current_date
  union all
  select record, municipality, effective_on_to, ordinal, 'PRIORITY_RATING'
  from priority_rating where until = 2147483647 and effective_on_to <= current_date
  union all
  select record, municipality, effective_on_to, ordinal, 'COST_OBSERVATION'
  from cost_observation where until = 2147483647 and effective_on_to <= current_date
  union all
  select record, municipality, effective_on_to, ordinal, 'PROJECT_RELATION'
  from project_relation where until = 2147483647 and effective_on_to <= current_date
  union all
  select record, municipality, effective_on_to, ordinal, 'RESPONSIBILITY_CHANGE'
  from responsibility_change where until = 2147483647 and effective_on_to <= current_date
  union all
  select record, municipality, effective_on_to, ordinal, 'SERVICE_ASSESSMENT'
  from service_assessment where until = 2147483647 and effective_on_to <= current_date
  union all
  select record, municipality, to_on, ordinal, 'SERVICE_USAGE'
  from service_usage where until = 2147483647 and to_on <= current_date
  union all
  select record, municipality, observed_on_to, ordinal, 'OBSERVATION'
  from observation where until = 2147483647 and observed_on_to <= current_date
  union all
  select record, municipality, effective_on_to, ordinal, 'TARGET_REVISION'
  from target_revision where until = 2147483647 and effective_on_to <= current_date
) e;
comment on view rival.city_event is E'@primaryKey record';

-- The service that has, or ever had, this LeiKa key.
create function rival.service_by_leika(municipality_id int, leika text)
returns rival.public_service language sql stable as $$
  select s.* from rival.public_service s
  where s.municipality_id = $1 and s.record in (
    select i.subject from identifier i
    where i.municipality = $1 and i.scheme = 'LEIKA' and i.value = $2 and i.until = 2147483647)
$$;

-- The rows that hold, found without the past ones in between.
create index if not exists rival_municipality on municipality (record) where until = 2147483647;
create index if not exists rival_org_unit on org_unit (record) where until = 2147483647;
create index if not exists rival_focus_area on focus_area (record) where until = 2147483647;
create index if not exists rival_focus_area_municipality on focus_area (municipality, position, record) where until = 2147483647;
create index if not exists rival_target on target (record) where until = 2147483647;
create index if not exists rival_target_focus_area on target (focus_area, record) where until = 2147483647;
create index if not exists rival_project on project (record) where until = 2147483647;
create index if not exists rival_project_municipality on project (municipality, title_de_sort, record) where until = 2147483647;
create index if not exists rival_project_focus_area on project (focus_area, record) where until = 2147483647;
create index if not exists rival_public_service on public_service (record) where until = 2147483647;
create index if not exists rival_public_service_municipality on public_service (municipality, record) where until = 2147483647;
create index if not exists rival_service_assessment on service_assessment (record) where until = 2147483647;
create index if not exists rival_service_assessment_service on service_assessment (service, record) where until = 2147483647;
create index if not exists rival_project_target on project_target (project, target) where until = 2147483647;
create index if not exists rival_target_project on project_target (target, project) where until = 2147483647;
create index if not exists rival_project_service on project_service (project, service) where until = 2147483647;
create index if not exists rival_identifier on identifier (municipality, scheme, value) include (subject) where until = 2147483647;
create index if not exists rival_project_status_change on project_status_change (project, effective_on_to, ordinal, record) where until = 2147483647;
create index if not exists rival_schedule_revision on schedule_revision (project, effective_on_to, ordinal, record) where until = 2147483647;
create index if not exists rival_priority_rating on priority_rating (project, effective_on_to, ordinal, record) where until = 2147483647;
create index if not exists rival_cost_observation on cost_observation (project, effective_on_to, ordinal, record) where until = 2147483647;
create index if not exists rival_project_relation on project_relation (project, effective_on_to, ordinal, record) where until = 2147483647;
create index if not exists rival_responsibility_change on responsibility_change (subject, effective_on_to, ordinal, record) where until = 2147483647;
create index if not exists rival_project_status on project_status_period (project) where upper_inf(known);
create index if not exists rival_service_assessed on service_assessment_period (service) where upper_inf(known);
