'use strict';

const { createHash } = require('node:crypto');
const { spawn } = require('node:child_process');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..', '..');
/** Holds the hash of the lock file that node_modules was installed from. */
const STAMP = join(ROOT, 'node_modules', '.customer-pulse-installed');
const SECONDS_BETWEEN_SIGNS_OF_LIFE = 15;

/** Runs `npm ci` when node_modules is missing or belongs to another lock file. */
exports.installPackages = async function installPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  console.error('Installing packages: about 1 GB, one to three minutes, only the first time.');
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const sign = setInterval(() => console.error(`  still installing (${seconds()} s)`), SECONDS_BETWEEN_SIGNS_OF_LIFE * 1000);
  try {
    await npmCi();
  } finally {
    clearInterval(sign);
  }
  writeFileSync(STAMP, wanted);
  console.error(`Packages installed in ${seconds()} s.`);
};

function npmCi() {
  // npm tells its scripts where it lives; without it (plain `node scripts/bootstrap.js`) it is on the PATH.
  const npm = process.env.npm_execpath;
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const args = [...first, 'ci', '--include=optional', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk) => (complaint += chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm could not install the packages (npm ci ended with ${code}):\n${complaint.trim()}`));
    });
  });
}
