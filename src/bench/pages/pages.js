// One page of each kind, for pictures; those for marks are the four that readers meet first.
export const kinds = {
  home: '/duesseldorf',
  cities: '/staedte',
  targets: '/duesseldorf/ziele',
  target: '/duesseldorf/ziele/inf-1',
  projects: '/duesseldorf/projekte',
  project: '/duesseldorf/projekte/glasfaserausbau',
  services: '/duesseldorf/leistungen',
  service: '/duesseldorf/leistungen/auskunftssperre-melderegister',
  offices: '/duesseldorf/stellen',
  office: '/duesseldorf/stellen/adig',
  sources: '/duesseldorf/quellen',
  source: '/duesseldorf/quellen/rp-2024-04',
  state: '/duesseldorf/stand/4',
  comparison: '/duesseldorf/vergleich/3-4',
  changes: '/duesseldorf/aenderungen',
  search: '/duesseldorf/suche?text=Glasfaser',
  invented: '/musterstadt',
  answer: '/q/ziele-2025',
  chart: '/q/verlauf-der-75',
  frame: '/q/glasfaser-ziel.html?frame=true',
  docs: '/docs',
  newsroom: '/docs/redaktion',
  glossary: '/docs/glossar',
  schema: '/docs/schema/Target',
  explorer: '/graphiql',
  nothing: '/duesseldorf/nichts',
};

export const marked = {
  home: kinds.home,
  target: kinds.target,
  list: kinds.projects,
  answer: kinds.answer,
};

/** The value behind a name on the command line. */
export function option(name, otherwise) {
  const at = process.argv.indexOf('--' + name);
  return at < 0 ? otherwise : process.argv[at + 1];
}

export const chromium = process.env.CHROME_PATH || '/usr/bin/chromium';
