// The page on another day each time, as whoever compares then with now asks for it. Nobody else can be asked that, so
// the answers are not compared; the others are asked for the page of now.

import page from './page.js';

export default {
  ...page,
  name: 'page-on',
  means: 'the page as of another day each time; the others, which know no other day, are asked for that of now',
  uncompared: true,
  days: { ...page.days, on: ['2021-12-31', 1700] },
  ours: {
    query: page.ours.query.replace('($city: String,', '($city: String, $on: Date,').replace('municipality: $city,', 'municipality: $city, on: $on,'),
    variables: { ...page.ours.variables, on: '%on%' },
  },
};
