// The documented examples: src/docs/examples/*.md, each with one fenced `graphql` document, and
// its variables, if it has any, in a block `json variables`.

import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../docs/examples/', import.meta.url);

function block(markdown, info) {
  return markdown.match(new RegExp(`^\`\`\`${info}\\n(.*?)^\`\`\`$`, 'ms'))?.[1];
}

export const examples = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map((file) => ({ file, markdown: readFileSync(new URL(file, folder), 'utf8') }))
  .map(({ file, markdown }) => ({
    name: file.replace(/\.md$/, ''),
    query: block(markdown, 'graphql'),
    variables: JSON.parse(block(markdown, 'json variables') ?? '{}'),
  }));
