import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';

/** The private key with which a client of this org signs its JWTs. */
export interface JwtKey {
  /** PEM file, readable by its owner only. */
  readonly file: string;
  /** PEM. */
  readonly publicKey: string;
}

/** The data folder's key pair for JWT log-ins; made when it is not there. */
export function jwtKeyOf(dataFolder: string): JwtKey {
  const file = join(dataFolder, 'jwt.key');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  chmodSync(file, 0o600);
  const privateKey = createPrivateKey(readFileSync(file));
  return { file, publicKey: String(createPublicKey(privateKey).export({ type: 'spki', format: 'pem' })) };
}
