/*
 * The one door to every npm script: `node scripts/bootstrap.js <task> [arguments]`.
 * Written in the oldest JavaScript that can still say "your Node is too old".
 */
'use strict';

var OLDEST_NODE = 20;
var major = Number(process.versions.node.split('.')[0]);

if (major < OLDEST_NODE) {
  console.error(
    'Customer Pulse needs Node ' +
      OLDEST_NODE +
      ' or newer; this is Node ' +
      process.versions.node +
      '. Install a newer Node and try again.',
  );
  process.exit(1);
} else {
  require('./bootstrap/main.js');
}
