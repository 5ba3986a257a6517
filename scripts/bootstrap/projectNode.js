'use strict';

const { execFileSync } = require('node:child_process');
const { delimiter, join } = require('node:path');

const WANTED_NODE = 24;
const BIN = join(__dirname, '..', '..', 'node_modules', '.bin');

/**
 * The Node that runs the project: the one npm brought into node_modules, else the caller's own if it is new enough.
 * @returns {{path: string, searchPath: string}} the executable, and a PATH on which it is the first `node`
 */
exports.projectNode = function projectNode() {
  const brought = majorOf(join(BIN, 'node'));
  if (brought >= WANTED_NODE) return { path: join(BIN, 'node'), searchPath: BIN + delimiter + process.env.PATH };
  if (majorOf(process.execPath) >= WANTED_NODE) {
    return { path: process.execPath, searchPath: `${join(process.execPath, '..')}${delimiter}${BIN}${delimiter}${process.env.PATH}` };
  }
  throw new Error(
    `Customer Pulse runs on Node ${WANTED_NODE}, which npm did not bring for ${process.platform}/${process.arch}. ` +
      'Run "npm ci --include=optional", or start with Node ' +
      WANTED_NODE +
      ' installed.',
  );
};

function majorOf(path) {
  try {
    return Number(
      /^v(\d+)\./u.exec(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))?.[1] ?? 0,
    );
  } catch {
    return 0;
  }
}
