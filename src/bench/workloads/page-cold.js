// The page, asked of a server that keeps no record in memory.

import page from './page.js';

export default { ...page, name: 'page-cold', means: `page, with entity caches empty and kept empty`, cold: true };
