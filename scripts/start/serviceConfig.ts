import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the source that `npm run answer` sends to. */
export const DEMO_SOURCE = 'demo';

const CONFIGURATION = `# The sync service beside the local org. Change what you like and start again; npm start never writes over it.
# All keys: docs/operations.md. Secrets are pointed to, never written here.

sources:
  # Takes signed answers at /webhooks/${DEMO_SOURCE}. Try it: npm run answer -- --rating 3 --comment "Too slow"
  - name: ${DEMO_SOURCE}
    kind: generic
    secret:
      file: ${DEMO_SOURCE}.secret
`;

/** The service's configuration file. */
export function configFile(serviceFolder: string): string {
  return join(serviceFolder, 'customer-pulse.yaml');
}

/** The signing secret of the demo's source. */
export function secretFile(serviceFolder: string): string {
  return join(serviceFolder, `${DEMO_SOURCE}.secret`);
}

/** Writes the configuration and its secret unless they are there. @returns the configuration's file */
export function writeServiceConfig(serviceFolder: string): string {
  mkdirSync(serviceFolder, { recursive: true, mode: 0o700 });
  const secret = secretFile(serviceFolder);
  if (!existsSync(secret)) writeFileSync(secret, `whsec_${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  const file = configFile(serviceFolder);
  if (!existsSync(file)) writeFileSync(file, CONFIGURATION, { mode: 0o600 });
  return file;
}
