// The page, asked of a server that keeps no results.

import page from './page.js';

export default { ...page, name: 'page-cold', means: `page, of a server that keeps no results`, cold: '--cache.results=0' };
