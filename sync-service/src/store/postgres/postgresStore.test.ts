import { Secret } from '../../secret.ts';
import { testPostgres } from '../../testing/testPostgres.ts';
import { storeConformance } from '../storeConformance.ts';
import { openPostgresStore } from './postgresStore.ts';

storeConformance('PostgreSQL', async (context) => {
  const server = await testPostgres(context);
  if (server === undefined) return undefined;
  const url = new Secret(await server.newDatabase(), 'the test');
  return () => openPostgresStore(url);
});
