import type { Config } from '../../config/configSchema.ts';
import { asError } from '../../errors.ts';
import { openSenders } from '../../invitations/senders/kinds.ts';
import type { Source } from '../../sources/source.ts';
import { openSources } from '../sources.ts';
import { ok, problem, skipped, warning, type Finding } from './finding.ts';

/** Asks every platform and sender whether address and credentials work, and whether webhooks reach the service. */
export async function sourceFindings(config: Config, running: boolean): Promise<readonly Finding[]> {
  const sources = openSources(config);
  const findings: Finding[] = [];
  if (sources.size === 0 && config.watch.folders.length === 0)
    findings.push(
      warning(
        'sources',
        'No source is configured: answers come by customer-pulse import only.',
        'Add one to the section sources (docs/operations.md).',
      ),
    );
  for (const source of sources.values()) findings.push(await checked(`source ${source.name}`, source));
  for (const { sender } of openSenders(config.invitations.senders)) findings.push(await checked(`sender ${sender.name}`, sender));
  const receiving = [...sources.values()].filter((source) => source.authenticate !== undefined);
  return receiving.length === 0 ? findings : [...findings, ...(await webhooks(receiving, config, running))];
}

async function checked(about: string, subject: Pick<Source, 'check'>): Promise<Finding> {
  if (subject.check === undefined) return ok(about, 'Configured; nothing can be asked about it.');
  try {
    const { ok: works, words } = await subject.check();
    return works
      ? ok(about, words)
      : problem(
          about,
          words,
          'If it is away or limits calls, wait: it is asked again. Else correct its section; secrets come from where the file says.',
        );
  } catch (thrown) {
    return problem(
      about,
      asError(thrown).message,
      'Check address and credentials in its section, and the network between here and the platform.',
    );
  }
}

const notFromHere = 'If it is only this machine that cannot reach its own address from inside, ask from outside: curl';

async function webhooks(sources: readonly Source[], { serve }: Config, running: boolean): Promise<readonly Finding[]> {
  const { publicUrl } = serve;
  if (publicUrl === undefined)
    return [
      warning(
        'webhooks',
        `serve.publicUrl is not set: how platforms reach ${names(sources)} is not known here.`,
        'Set it to the address that the platforms call.',
      ),
    ];
  const base = publicUrl.replace(/\/+$/, '');
  const findings: Finding[] = [];
  if (base.startsWith('http:') && !/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])/.test(base))
    findings.push(
      problem(
        'webhooks',
        `${base} is not encrypted: answers would travel in clear.`,
        'Put a proxy that speaks TLS in front, and write https in serve.publicUrl.',
      ),
    );
  if (!running)
    return [
      ...findings,
      skipped('webhooks', 'The service is not running here, so its address was not tried. Start it, then run doctor again.'),
    ];
  for (const source of sources) findings.push(await webhook(`${base}/webhooks/${source.name}`, source.name));
  return findings;
}

/** An unsigned request must be refused as unsigned: then the way in is open and the door is shut. */
async function webhook(url: string, name: string): Promise<Finding> {
  const about = `webhook ${name}`;
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: '{}',
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
      headers: { 'content-type': 'application/json' },
    });
    await response.body?.cancel();
    if (response.status === 401) return ok(about, `${url} is reached, and refuses what is not signed.`);
    const fix =
      response.status === 404
        ? 'Restart the service with this configuration, or correct the proxy in front of it.'
        : 'Look at the proxy in front of the service: it must pass POST requests on unchanged.';
    return problem(about, `${url} answers ${response.status} where 401 was expected.`, fix);
  } catch (thrown) {
    const cause = asError(asError(thrown).cause ?? thrown).message;
    return problem(about, `${url} cannot be reached (${cause}).`, `Check DNS, proxy and firewall. ${notFromHere} -X POST ${url}`);
  }
}

function names(sources: readonly Source[]): string {
  return sources.map(({ name }) => name).join(', ');
}
