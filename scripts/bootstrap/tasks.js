'use strict';

const script = (name) => ['node_modules/ts-node/dist/bin.js', '--project', 'scripts/tsconfig.json', `scripts/${name}/index.ts`];

/** What each npm script runs, relative to the repository's root. */
exports.TASKS = {
  start: script('start'),
  test: script('test'),
  answer: script('answer'),
  bench: script('bench'),
  'build:lwc': script('build-lwc'),
  'check:metadata': script('check-metadata'),
  'demo-data': script('demo-data'),
  docs: script('docs'),
  'local-org': script('local-org'),
  translations: script('translations'),
  'customer-pulse': ['sync-service/bin/customer-pulse.js'],
};
