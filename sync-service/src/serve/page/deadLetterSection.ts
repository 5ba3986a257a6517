import type { DeadLetter } from '../../store/ports/deadLetters.ts';
import type { PageContent } from './statusPage.ts';
import { html, type Html } from './html.ts';
import { ago, moment } from './words.ts';

/** Which dead letters are shown. */
export interface LetterFilter {
  readonly source?: string;
  readonly code?: string;
}

const states: Readonly<Record<DeadLetter['state'], string>> = {
  parked: 'waits for a change of configuration',
  dead: 'refused for its content',
  discarded: 'given up',
};

/** What was accepted and cannot reach Salesforce as it is, with the buttons to try again or to give up. */
export function deadLetterSection({ letters, nextLetters, filter, mark, status }: PageContent, now: Date): Html {
  const filtered = filter.source !== undefined || filter.code !== undefined;
  const nothing = filtered ? 'No dead letter is of this kind.' : 'No answer is refused.';
  const heading = html`<h2 id="letters">Dead letters</h2>`;
  if (letters.length === 0) {
    return html`<section aria-labelledby="letters">
      ${heading}
      ${
        filtered
          ? filterForm(
              filter,
              status.sources.map(({ name }) => name),
            )
          : undefined
      }
      <p>${nothing}</p>
    </section>`;
  }
  const next = nextLetters === undefined ? undefined : html`<p><a href="${pageAddress(filter, nextLetters)}">More of them</a></p>`;
  return html`<section aria-labelledby="letters">
    ${heading}
    <p class="soft">
      Their content is kept. Put right what the reason names, then try again. To read one: <code>customer-pulse dead-letters show ID</code>.
    </p>
    ${filterForm(
      filter,
      status.sources.map(({ name }) => name),
    )}
    <form method="post" action="/dead-letters/replay">
      ${hidden('mark', mark)} ${hidden('source', filter.source)} ${hidden('code', filter.code)}
      <div class="actions"><button class="main">${filtered ? 'Try all of these again' : 'Try all again'}</button></div>
    </form>
    <ol class="letters">
      ${letters.map((letter) => item(letter, mark, now))}
    </ol>
    ${next}
  </section>`;
}

function item(letter: DeadLetter, mark: string, now: Date): Html {
  const { id, source, state, code, reason, receivedAt, diedAt } = letter;
  return html`<li>
    <div class="head">
      <h3><code>${id}</code></h3>
      <span class="badge ${state === 'parked' ? 'busy' : 'bad'}">${states[state]}</span>
    </div>
    <p>${reason}</p>
    <p class="soft">${code}, from ${source}; came in ${moment(receivedAt)}, refused ${ago(diedAt, now)}</p>
    <div class="actions">
      <form method="post" action="/dead-letters/replay">
        ${hidden('mark', mark)} ${hidden('id', id)}
        <button aria-label="Try again: ${id}">Try again</button>
      </form>
      <details>
        <summary>Give it up</summary>
        <form method="post" action="/dead-letters/discard">
          ${hidden('mark', mark)} ${hidden('id', id)}
          <label>Why (kept with it)<input type="text" name="why" required maxlength="200" autocomplete="off" /></label>
          <div class="actions"><button aria-label="Give up for good: ${id}">Give up for good</button></div>
        </form>
      </details>
    </div>
  </li>`;
}

function filterForm({ source, code }: LetterFilter, sources: readonly string[]): Html {
  const names = source === undefined || sources.includes(source) ? sources : [...sources, source];
  const options = names.map((name) => html`<option value="${name}" ${name === source ? 'selected' : ''}>${name}</option>`);
  return html`<form method="get" action="/" class="filter">
    <label
      >Source<select name="source">
        <option value="">all</option>
        ${options}
      </select></label
    >
    <label>Code<input type="text" name="code" value="${code ?? ''}" autocomplete="off" /></label>
    <button>Show</button>
  </form>`;
}

/** The page with a filter, from a place in the list on. */
export function pageAddress({ source, code }: LetterFilter, after?: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ source, code, after })) if (value) query.set(name, value);
  return query.size === 0 ? '/' : `/?${query.toString()}`;
}

function hidden(name: string, value: string | undefined): Html | undefined {
  return value === undefined ? undefined : html`<input type="hidden" name="${name}" value="${value}" />`;
}
