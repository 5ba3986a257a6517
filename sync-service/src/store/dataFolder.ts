import path from 'node:path';

/** The folder with the service's store: the option, else CUSTOMER_PULSE_DATA, else `.customer-pulse/sync-service` here. */
export function dataFolder(option: string | undefined, environment: NodeJS.ProcessEnv): string {
  return path.resolve(option ?? environment['CUSTOMER_PULSE_DATA'] ?? path.join('.customer-pulse', 'sync-service'));
}
