import { workFolder } from '../../testing/workFolder.ts';
import { sendingConformance } from '../sendingConformance.ts';
import { openSqliteStore } from './sqliteStore.ts';

sendingConformance('node:sqlite', (context) => {
  const folder = workFolder(context).data;
  return () => openSqliteStore(folder);
});
