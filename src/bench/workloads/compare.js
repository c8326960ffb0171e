// How two neighbouring releases of a city differ. For scale.js alone: nobody else has a past to compare with.

export default {
  name: 'compare',
  means: 'how two neighbouring releases of a city differ, the first 50 records; other words for the same days each time',
  choices: { hour: Array.from({ length: 24 }, (unused, hour) => String(hour).padStart(2, '0')), minute: Array.from({ length: 60 }, (unused, minute) => String(minute).padStart(2, '0')) },
  ours: {
    query: `query ($city: String, $from: StateInput!, $to: StateInput) {
  compare(municipality: $city, from: $from, to: $to, first: 50) {
    nodes { kind type key fields { field before after } }
  }
}`,
    variables: { city: '%city%', from: { moment: '2025-04-10T%hour%:%minute%:00Z' }, to: { moment: '2025-07-10T00:00:00Z' } },
  },
};
