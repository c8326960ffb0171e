// The first page that anybody asks of a city: nothing is kept, and the city is not held in memory.

import page from './page.js';

export default {
  ...page,
  name: 'page-first',
  means: 'page, of a server that keeps no results and holds no city in memory, as whoever asks a city first finds it',
  cold: '--cache.results=0 --sheets.heap=0 --columns.heap=0',
};
