// The page, asked again and again without a change.

import page from './page.js';

export default { ...page, name: 'repeated', means: 'the page, always the same', fixed: true, sql: undefined };
