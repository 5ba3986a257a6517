import type { DeadLetter } from '../../store/ports/deadLetters.ts';
import type { Status } from '../status.ts';
import { deadLetterSection, type LetterFilter } from './deadLetterSection.ts';
import { headline, partName } from './headline.ts';
import { html, type Html } from './html.ts';
import { layout } from './layout.ts';
import { sourceSection } from './sourceSection.ts';
import { ago, counted, grouped, lasting, moment } from './words.ts';

/** What the page shows beside the status. */
export interface PageContent {
  readonly status: Status;
  readonly letters: readonly DeadLetter[];
  /** Id after which the next page of dead letters begins. */
  readonly nextLetters?: string;
  readonly filter: LetterFilter;
  /** What was just done, in a sentence. */
  readonly done?: string;
  /** The mark that forms must carry. */
  readonly mark: string;
  /** What webhook addresses begin with: the public address, else the one asked for. */
  readonly webhookBase: string;
}

/** A page that says in words how the service is. It shows keys, codes and reasons, never an answer's content. */
export function statusPage(content: PageContent): string {
  const { status, done } = content;
  const now = new Date(status.at);
  const { level, title, lines } = headline(status);
  return layout(
    'Customer Pulse sync service',
    status.at,
    html`${done === undefined ? undefined : html`<section class="state busy" role="status"><p>${done}</p></section>`}
      <section class="state ${level}" aria-labelledby="now">
        <h2 id="now">${title}</h2>
        ${lines.map((line) => html`<p>${line}</p>`)}
      </section>
      ${status.figures === undefined ? undefined : figureSection(status)} ${sourceSection(status, content.webhookBase, now)}
      ${status.figures === undefined ? undefined : deadLetterSection(content, now)} ${partSection(status, now)}
      ${workerSection(status, now)}
      <footer>
        <p>
          Worker ${status.worker}, running since ${moment(status.startedAt)}. The same as data: <a href="/status">/status</a>; for
          Prometheus: <a href="/metrics">/metrics</a>.
        </p>
      </footer>`,
  );
}

function figureSection({ figures, lagSeconds, org, queued }: Status): Html {
  const { answers, deliveries } = figures ?? {
    answers: { waiting: 0, pushed: 0, parked: 0, dead: 0 },
    deliveries: { waiting: 0, dead: 0 },
  };
  const all = answers.waiting + answers.pushed + answers.parked + answers.dead;
  const words = (count: number, one: string, many: string): string => (count === 1 ? one : many);
  const calls = org.callsLeft === undefined ? 'not asked yet' : grouped(org.callsLeft);
  const limit = org.callsLimit === undefined ? '' : ` of ${grouped(org.callsLimit)} in 24 hours`;
  const unread = deliveries.waiting + queued;
  return html`<section aria-labelledby="figures">
    <h2 id="figures">Answers</h2>
    <ul class="tiles">
      ${tile(grouped(all), words(all, 'answer came in', 'answers came in'))}
      ${tile(grouped(answers.pushed), words(answers.pushed, 'answer is in Salesforce', 'answers are in Salesforce'))}
      ${tile(grouped(answers.waiting), words(answers.waiting, 'answer waits to be pushed', 'answers wait to be pushed'))}
      ${tile(grouped(unread), words(unread, 'delivery waits to be read', 'deliveries wait to be read'))}
      ${tile(grouped(answers.parked), words(answers.parked, 'answer waits for a change in Salesforce', 'answers wait for a change in Salesforce'))}
      ${tile(grouped(answers.dead + deliveries.dead), words(answers.dead + deliveries.dead, 'dead letter', 'dead letters'))}
      ${tile(lagSeconds < 1 ? 'none' : lasting(lagSeconds), 'lag: how long the oldest has been waiting')}
      ${tile(calls, `Salesforce calls left${limit}`)}
    </ul>
  </section>`;
}

function tile(value: string, words: string): Html {
  return html`<li><b>${value}</b> ${words}</li>`;
}

function partSection({ conditions }: Status, now: Date): Html | undefined {
  const others = conditions.filter(({ part }) => !part.startsWith('source '));
  if (others.length === 0) return undefined;
  const rows = others.map(({ part, problem, since, last }) => {
    const earlier =
      problem === undefined && last !== undefined
        ? html`<p class="soft">Last problem ${ago(last.at, now)}: ${last.problem}</p>`
        : undefined;
    return html`<li>
      <div class="head">
        <h3>${partName(part)}</h3>
        <span class="badge ${problem === undefined ? 'well' : 'bad'}">${problem === undefined ? 'works' : 'has a problem'}</span>
      </div>
      <p class="soft">Since ${moment(since)}</p>
      ${problem === undefined ? undefined : html`<p>${problem}</p>`} ${earlier}
    </li>`;
  });
  return html`<section aria-labelledby="parts">
    <h2 id="parts">Parts</h2>
    <ul class="cards">
      ${rows}
    </ul>
  </section>`;
}

function workerSection({ workers }: Status, now: Date): Html | undefined {
  if (workers.length < 2) return undefined;
  const rows = workers.map(
    ({ worker, partitions, seenAt }) =>
      html`<li>
        <h3>${worker}</h3>
        <p class="soft">${counted(partitions, 'share')} of 64; seen ${ago(seenAt, now)}</p>
      </li>`,
  );
  return html`<section aria-labelledby="workers">
    <h2 id="workers">Workers</h2>
    <ul class="cards">
      ${rows}
    </ul>
  </section>`;
}
