// What a page of the city shows beside a form: one service, by its LeiKa key.

const fields = 'key name currentAssessment { onlineApplication endToEnd effectiveOn assessor }';

export default {
  name: 'widget',
  means: 'one service by LeiKa key with its current assessment; random keys',
  ours: {
    query: `query ($city: String, $leika: String) { service(municipality: $city, leika: $leika) { ${fields} } }`,
    variables: { city: '%city%', leika: '%leika%' },
  },
  theirs: {
    query: `query ($id: Int!, $leika: String!) { service: serviceByLeika(municipalityId: $id, leika: $leika) { ${fields} } }`,
    variables: { id: '%id%', leika: '%leika%' },
  },
  sql: `select json_build_object('service', (
  select json_build_object('key', k.key, 'name', s.name_de, 'currentAssessment', (
    select json_build_object('onlineApplication', a.online_application, 'endToEnd', a.end_to_end,
      'effectiveOn', a.effective_on_to, 'assessor', a.assessor)
    from service_assessment_period p join service_assessment a on a.record = p.event and a.until = 2147483647
    where p.service = s.record and upper_inf(p.known) and p.days @> current_date))
  from identifier i
  join public_service s on s.record = i.subject and s.until = 2147483647
  join record k on k.id = s.record
  where i.municipality = :id and i.scheme = 'LEIKA' and i.value = :leika and i.until = 2147483647 and s.municipality = :id))`,
};
