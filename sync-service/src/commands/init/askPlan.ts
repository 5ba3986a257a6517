import type { Ask } from '../world.ts';
import type { Plan, PlannedSource } from './plan.ts';
import { allSourceKeys, sourceKeysOf, variableFor, type Key } from './sourceKeys.ts';

/** Asks a person for what the options have not said. */
export async function askPlan(given: Plan, ask: Ask): Promise<Plan> {
  const loginUrl = given.loginUrl ?? (await ask.text('Address of your org (My Domain)', 'https://example.my.salesforce.com'));
  const clientId =
    given.clientId ?? (await ask.text('Consumer key of the External Client App (blank: set SALESFORCE_CLIENT_ID later)', ''));
  const postgres =
    given.postgres ||
    (await ask.yesNo('Shall several workers share the load, with PostgreSQL? (One process with a file is enough for most.)', false));
  const sources = given.sources.length > 0 ? given.sources : await askSources(ask);
  const watch = given.watch ?? (await ask.text('A folder to watch for files of answers (blank: none)', ''));
  const publicUrl =
    given.publicUrl ?? (await ask.text('Address under which platforms reach the service, for webhooks (blank: not yet)', ''));
  return {
    ...{ loginUrl, postgres, sources },
    ...(clientId === '' ? {} : { clientId }),
    ...(watch === '' ? {} : { watch }),
    ...(publicUrl === '' ? {} : { publicUrl }),
  };
}

async function askSources(ask: Ask): Promise<readonly PlannedSource[]> {
  const sources: PlannedSource[] = [];
  while (
    await ask.yesNo(sources.length === 0 ? 'Do answers come from a survey platform?' : 'From another one, too?', sources.length === 0)
  ) {
    const kind = await ask.choose(
      'Which one?',
      allSourceKeys().map((one) => ({ value: one.kind, name: one.title })),
    );
    const name = await ask.text(
      'A short name for it. It becomes part of the key of each of its answers, so keep it',
      kind.replace(/[^a-z0-9]+/g, '-'),
    );
    sources.push(await askSource(name.replace(/[^A-Za-z0-9._-]+/g, '-'), kind, ask));
  }
  return sources;
}

async function askSource(name: string, kind: string, ask: Ask): Promise<PlannedSource> {
  const keys = sourceKeysOf(kind);
  const secrets: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const key of keys.secrets) {
    if (!key.required && !(await ask.yesNo(`Do you have: ${words(key)}?`, true))) continue;
    secrets[key.name] = await ask.text(`Variable that will hold: ${words(key)}`, variableFor(name, key.name));
  }
  for (const key of keys.texts) values[key.name] = await ask.text(words(key));
  for (const key of keys.lists) {
    const ids = (await ask.text(`${words(key)} (with commas between; blank: all)`, '')).split(',').map((id) => id.trim());
    const given = ids.filter((id) => id !== '');
    if (given.length > 0) values[key.name] = given;
  }
  if (keys.needsRating) values['rating'] = { question: await ask.text('Id of the question with the 0 to 10 rating') };
  return { name, kind, secrets, values };
}

function words({ name, description }: Key): string {
  return description === '' ? name : description;
}
