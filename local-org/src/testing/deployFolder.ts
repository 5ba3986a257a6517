import type { DeployOutcome, DeployRequest } from '../deployment/types.ts';
import type { LocalOrg } from '../localOrg.ts';
import { componentsOfFolder } from './sourceFolder.ts';

/** What is deployed, and to which org. */
type Target = Pick<LocalOrg, 'org' | 'adminToken'>;

/**
 * Deploys a folder in source format, as the administrator, all or nothing.
 * @throws Error with every problem when the org refuses it
 */
export async function deployFolder(target: Target, folder: string): Promise<DeployOutcome> {
  const outcome = await tryToDeploy(target, { components: await componentsOfFolder(folder) });
  if (outcome.status === 'Failed') throw new Error(problemsOf(outcome).join('\n'));
  return outcome;
}

/** Deploys what the request says; what it leaves out is as in an ordinary deployment. */
export function tryToDeploy({ org, adminToken }: Target, request: Partial<DeployRequest>): Promise<DeployOutcome> {
  const user = org.user(org.sessions.userIdOf(adminToken) ?? '');
  if (user === undefined) throw new Error('the org has no administrator');
  return org.deployments.deploy({
    components: [],
    deleteFirst: [],
    deleteLast: [],
    checkOnly: false,
    rollbackOnError: true,
    ignoreWarnings: false,
    purgeOnDelete: false,
    user,
    ...request,
  });
}

/** The problems of a deployment, a line each: `fileName:line: message`. */
export function problemsOf({ components }: DeployOutcome, kind: 'Error' | 'Warning' = 'Error'): readonly string[] {
  return components.flatMap(({ fileName, problems }) =>
    problems
      .filter((problem) => problem.kind === kind)
      .map(({ line, message }) => `${fileName}${line === undefined ? '' : `:${String(line)}`}: ${message}`),
  );
}
