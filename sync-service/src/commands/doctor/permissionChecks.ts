import { z } from 'zod';
import type { SalesforceClient } from '../../salesforce/client.ts';
import { RequestRefused } from '../../salesforce/errors.ts';
import { ok, problem, type Finding } from './finding.ts';
import type { Need } from './needs.ts';

const described = z.object({
  createable: z.boolean(),
  updateable: z.boolean(),
  deletable: z.boolean(),
  queryable: z.boolean(),
  fields: z.array(z.object({ name: z.string(), createable: z.boolean(), updateable: z.boolean() })),
});

type Described = z.output<typeof described>;

const assign =
  'Assign the permission set Customer Pulse Integration to the user of the service (docs/guide/access.md), and deploy the package of this release.';
const standard =
  'Give the user of the service read access to it: the permission set Customer Pulse Integration has it, unless somebody took it out.';

/** Describes every object the service touches and compares what its user may with what it needs. One call an object. */
export async function permissionFindings(client: SalesforceClient, needs: readonly Need[]): Promise<readonly Finding[]> {
  const descriptions = new Map<string, Described | undefined>();
  for (const object of new Set(needs.map((need) => need.object))) descriptions.set(object, await describe(client, object));
  const findings = needs.flatMap((need) => {
    const missing = missingFor(need, descriptions.get(need.object));
    const fix = need.object.endsWith('__c') ? assign : standard;
    return missing.length === 0 ? [] : [problem('permissions', `${need.object}: ${missing.join('; ')}. Needed for ${need.for}.`, fix)];
  });
  return findings.length > 0
    ? findings
    : [ok('permissions', `The user may do what is needed with all ${descriptions.size} objects and their fields.`)];
}

async function describe(client: SalesforceClient, object: string): Promise<Described | undefined> {
  try {
    return described.parse(await client.request('GET', client.path(`/sobjects/${object}/describe`), undefined, { kind: 'describe' }));
  } catch (thrown) {
    if (thrown instanceof RequestRefused) return undefined;
    throw thrown;
  }
}

/** What is missing, in words; a field that the user may not see is told like one that is not there, as the platform does. */
function missingFor(need: Need, object: Described | undefined): readonly string[] {
  if (object === undefined) return ['is not there, or the user may not see it'];
  const fields = new Map(object.fields.map((field) => [field.name.toLowerCase(), field]));
  const unseen = [...new Set([...need.create, ...need.update, ...need.read])].filter((name) => !fields.has(name.toLowerCase()));
  const locked = (names: readonly string[], may: 'createable' | 'updateable'): readonly string[] =>
    names.filter((name) => fields.get(name.toLowerCase())?.[may] === false);
  const notCreateable = object.createable ? locked(need.create, 'createable') : [];
  const notUpdateable = object.updateable ? locked(need.update, 'updateable').filter((name) => !notCreateable.includes(name)) : [];
  return [
    ...(need.create.length > 0 && !object.createable ? ['may not be created'] : []),
    ...(need.update.length > 0 && !object.updateable ? ['may not be changed'] : []),
    ...(need.remove === true && !object.deletable ? ['may not be deleted'] : []),
    ...(unseen.length > 0 ? [`not there or hidden: ${unseen.join(', ')}`] : []),
    ...(notCreateable.length > 0 ? [`may not be filled: ${notCreateable.join(', ')}`] : []),
    ...(notUpdateable.length > 0 ? [`may not be changed: ${notUpdateable.join(', ')}`] : []),
  ];
}
