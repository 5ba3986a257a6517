import { z } from 'zod';
import type { Org } from '../../../org.ts';
import { deploymentsUrl, viewUrl } from '../addresses.ts';
import { badge, card, escapeHtml, facts, link, momentText, numbers, tableOr, textOr, wholeText, type Tone } from '../html.ts';
import { rowsOf, textOf } from '../rows.ts';
import type { SetupPage } from '../setupPage.ts';

const message = z.object({
  componentType: z.string(),
  fullName: z.string(),
  fileName: z.string(),
  success: z.boolean(),
  changed: z.boolean(),
  created: z.boolean(),
  deleted: z.boolean(),
  problem: z.string().optional(),
  problemType: z.string().optional(),
  lineNumber: z.number().optional(),
});

/** What the Metadata API keeps of a deployment. */
const deployment = z.object({
  id: z.string(),
  status: z.string(),
  options: z.looseObject({ checkOnly: z.boolean().optional() }),
  createdByName: z.string(),
  createdDate: z.string(),
  completedDate: z.string().optional(),
  errorMessage: z.string().optional(),
  numberComponentErrors: z.number(),
  numberComponentsDeployed: z.number(),
  numberComponentsTotal: z.number(),
  successes: z.array(message),
  failures: z.array(message),
});

type Deployment = z.infer<typeof deployment>;

/** Deployments that the list shows, newest first. */
const mostListed = 100;

/** The newest deployments. */
export function latestDeployments({ database }: Org, most: number): readonly Deployment[] {
  const sql = 'SELECT record FROM local_deployment ORDER BY serial DESC LIMIT ?';
  return rowsOf(database, 'local_deployment', sql, most).flatMap((row) => readDeployment(textOf(row, 'record')) ?? []);
}

function readDeployment(text: string): Deployment | undefined {
  // One that has just been made holds nothing yet.
  return deployment.safeParse(JSON.parse(text)).data;
}

/** The list of deployments. */
export const deploymentsPage: SetupPage = {
  address: deploymentsUrl,
  entry: deploymentsUrl,
  show: ({ org, user: { timeZone } }) => {
    const rows = latestDeployments(org, mostListed).map((one) => [
      link(viewUrl(deploymentsUrl, one.id), one.id),
      statusBadge(one),
      one.options.checkOnly === true ? 'Validation' : 'Deployment',
      momentText(Date.parse(one.createdDate), timeZone),
      durationText(one),
      escapeHtml(one.createdByName),
      wholeText(one.numberComponentsDeployed),
      wholeText(one.numberComponentErrors),
    ]);
    const columns = ['Id', 'Status', 'Kind', 'Started', 'Took', 'By', numbers('Components'), numbers('Problems')];
    return {
      title: 'Deployment status',
      content: card('Newest first', tableOr('Nothing was deployed in the last 30 days.', 'Deployments', columns, rows)),
    };
  },
};

/** One deployment: its problems first, then its components. */
export const deploymentPage: SetupPage = {
  address: '/lightning/setup/DeployStatus/:id/view',
  entry: deploymentsUrl,
  show: ({ org, params, user: { timeZone } }) => {
    const one = latestDeployments(org, 10_000).find(({ id }) => id === params['id']);
    if (one === undefined) return undefined;
    const messages = [...one.failures, ...one.successes];
    const about = facts([
      ['Status', statusBadge(one)],
      ['Kind', one.options.checkOnly === true ? 'Validation: nothing was changed' : 'Deployment'],
      ['Started', momentText(Date.parse(one.createdDate), timeZone)],
      ['Took', durationText(one)],
      ['By', escapeHtml(one.createdByName)],
      ['Components', `${wholeText(one.numberComponentsDeployed)} of ${wholeText(one.numberComponentsTotal)}`],
      ['Error', textOr(one.errorMessage)],
    ]);
    const problems = messages.filter(({ problem }) => problem !== undefined).map(problemCells);
    const components = messages.filter(({ success, componentType }) => success && componentType !== '').map(componentCells);
    return {
      title: `Deployment ${one.id}`,
      above: [{ label: 'Deployment status', url: deploymentsUrl }],
      content:
        card('Deployment', about) +
        card(
          `Problems and warnings (${problems.length})`,
          tableOr('There were none.', 'Problems', ['Kind', 'Component', 'File', 'Problem'], problems),
        ) +
        card(
          `Components (${components.length})`,
          tableOr('None was deployed.', 'Components', ['Type', 'Name', 'What became of it'], components),
        ),
    };
  },
};

type Message = Deployment['successes'][number];

function problemCells({ problemType = 'Error', componentType, fullName, fileName, lineNumber, problem = '' }: Message): readonly string[] {
  const place = lineNumber === undefined ? fileName : `${fileName}, line ${lineNumber}`;
  return [
    badge(problemType, problemType === 'Error' ? 'bad' : 'warn'),
    `${escapeHtml(fullName)}<div class="slds-text-color_weak">${escapeHtml(componentType)}</div>`,
    escapeHtml(place),
    escapeHtml(problem),
  ];
}

function componentCells({ componentType, fullName, created, changed, deleted }: Message): readonly string[] {
  const became = deleted ? 'Deleted' : created ? 'Created' : changed ? 'Changed' : 'Unchanged';
  return [escapeHtml(componentType), escapeHtml(fullName), became];
}

const tones: Readonly<Record<string, Tone>> = { Succeeded: 'good', SucceededPartial: 'warn', Failed: 'bad' };

function statusBadge({ status }: Deployment): string {
  return badge(status === 'SucceededPartial' ? 'Succeeded in part' : status, tones[status] ?? 'plain');
}

function durationText({ createdDate, completedDate }: Deployment): string {
  if (completedDate === undefined) return 'not done';
  return `${((Date.parse(completedDate) - Date.parse(createdDate)) / 1000).toFixed(1)} s`;
}
