import type { SourceStatus, Status } from '../status.ts';
import { webhookPrefix } from '../webhookRoutes.ts';
import { html, type Html } from './html.ts';
import { ago, lasting } from './words.ts';

/** Each source: where its webhooks go, when it last brought something, what last went wrong. */
export function sourceSection({ sources, figures }: Status, webhookBase: string, now: Date): Html | undefined {
  if (figures === undefined) return undefined;
  const none = html`<p>
    No source is configured. Answers come in by <code>customer-pulse import</code>, or add one under <code>sources</code> in the
    configuration.
  </p>`;
  return html`<section aria-labelledby="sources">
    <h2 id="sources">Sources</h2>
    ${
      sources.length === 0
        ? none
        : html`<ul class="cards">
            ${sources.map((source) => card(source, webhookBase, now))}
          </ul>`
    }
  </section>`;
}

function card(source: SourceStatus, webhookBase: string, now: Date): Html {
  const { name, kind, webhook, pullEverySeconds, lastDelivery, lastRefusal, condition } = source;
  const problem = condition?.problem;
  const earlier = problem === undefined ? condition?.last : undefined;
  return html`<li>
    <div class="head">
      <h3>${name}</h3>
      <span class="badge ${problem === undefined ? 'well' : 'bad'}">${problem === undefined ? 'no problem known' : 'has a problem'}</span>
    </div>
    <p class="soft">${kind}${pullEverySeconds === undefined ? '' : `, asked every ${lasting(pullEverySeconds)}`}</p>
    ${webhook ? html`<p class="soft">Webhooks to <code>${webhookBase}${webhookPrefix}${name}</code></p>` : undefined}
    ${problem === undefined ? undefined : html`<p>${problem}</p>`}
    <p>${lastDelivery === undefined ? 'Nothing has come yet.' : `Last delivery ${ago(lastDelivery, now)}.`}</p>
    ${earlier === undefined ? undefined : html`<p class="soft">Last error ${ago(earlier.at, now)}: ${earlier.problem}</p>`}
    ${lastRefusal === undefined ? undefined : html`<p class="soft">Last refused request ${ago(lastRefusal.at, now)}: ${lastRefusal.reason}. ${adviceOn(lastRefusal.reason)}</p>`}
  </li>`;
}

/** What to do about a request that was refused. */
function adviceOn(reason: string): string {
  if (reason.startsWith('too large')) return 'It was not taken in: allow larger ones, or let the platform send less at once.';
  if (reason === 'too old') return 'If the platform sent it, compare the clocks.';
  return 'If the platform sent it, compare the signing secrets.';
}
