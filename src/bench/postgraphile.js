// PostGraphile as its users run it in production: its own server, one process a core.

import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { PgManyToManyPreset } from '@graphile-contrib/pg-many-to-many';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';

const [connectionString, port, workers] = process.argv.slice(2);

const preset = {
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset, PgManyToManyPreset, PostGraphileConnectionFilterPreset, PgAggregatesPreset],
  pgServices: [makePgService({ connectionString, schemas: ['rival'], poolConfig: { max: 10 } })],
  schema: { defaultBehavior: '-insert -update -delete', connectionFilterRelations: true },
  grafast: { explain: false },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
};

if (cluster.isPrimary) {
  for (let i = 0; i < Number(workers); i++) {
    cluster.fork();
  }
  cluster.on('exit', (worker, code) => process.exit(code ?? 1));
  process.on('SIGTERM', () => process.exit(0));
} else {
  const server = createServer();
  const serving = postgraphile(preset).createServ(grafserv);
  await serving.addTo(server);
  server.listen(Number(port), '127.0.0.1');
}
