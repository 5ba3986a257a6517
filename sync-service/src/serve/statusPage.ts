import type { Refusal, StateCounts } from '../store/store.ts';

const words: Readonly<Record<keyof StateCounts, string>> = {
  pushed: 'are in Salesforce',
  waiting: 'are stored and wait to be pushed',
  parked: 'wait for a change of configuration in Salesforce',
  dead: 'were refused by Salesforce for their content',
};

/** A page that says in words what is in the store. It shows keys, codes and reasons, never an answer's content. */
export function statusPage(counts: StateCounts, refusals: readonly Refusal[]): string {
  const lines = (['pushed', 'waiting', 'parked', 'dead'] as const).map(
    (state) => `<li><b>${counts[state]}</b> answers ${words[state]}</li>`,
  );
  const rows = refusals.map(({ externalId, state, code, reason }) => `<tr>${[externalId, state, code, reason].map(cell).join('')}</tr>`);
  const table = `<h2>Refused answers</h2><table><tr><th scope="col">Key</th><th scope="col">State</th><th scope="col">Code</th><th scope="col">Reason</th></tr>${rows.join('')}</table>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Customer Pulse sync service</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.25rem .5rem;text-align:left}</style></head>
<body><main><h1>Customer Pulse sync service</h1><ul>${lines.join('')}</ul>${rows.length === 0 ? '<p>No answer is refused.</p>' : table}</main></body></html>`;
}

function cell(text: string): string {
  const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return `<td>${text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')}</td>`;
}
