// What is taken home as a data package says of itself what it is; the library of those who made the standard reads it by that.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import datapackage from 'datapackage';

import { address } from './server.js';

const CITIES = ['duesseldorf', 'musterstadt'];

for (const city of CITIES) {
  test(`the data package of ${city} is one: its description, each file by its schema, and all references`, async () => {
    const whole = await datapackage.Package.load(`${address}/data/${city}/datapackage.json`);
    assert.deepEqual(whole.errors.map(String), []);
    assert.equal(whole.valid, true);
    const tables = whole.resources.filter((resource) => resource.tabular);
    assert.ok(tables.length > 10, `${tables.length} tables`);
    let rows = 0;
    for (const table of tables) {
      // Reads every value as its field says it is, and looks for what foreign keys name.
      rows += (await table.read({ relations: true })).length;
    }
    assert.ok(rows > 100, `${rows} rows`);
  });
}
