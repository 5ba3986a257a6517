import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Service } from '../service/service.ts';
import type { DeadLetterFilter } from '../store/ports/deadLetters.ts';
import { fromElsewhere, type FormMark } from './csrf.ts';
import { pageAddress, type LetterFilter } from './page/deadLetterSection.ts';
import { statusPage } from './page/statusPage.ts';
import { counted } from './page/words.ts';
import { statusOf } from './status.ts';

export interface PageParts {
  readonly service: Service;
  readonly mark: FormMark;
  readonly publicUrl: string | undefined;
  readonly now: () => Date;
}

const lettersOnAPage = 10;

/** The status page, the same as JSON, and the buttons of the page. All of it behind the password. */
export function pageRoutes(server: FastifyInstance, { service, mark, publicUrl, now }: PageParts): void {
  const { store, telemetry } = service.parts;

  server.get('/', async (request, reply) => {
    const query = queryOf(request.url);
    const filter = filterOf(query);
    const status = await statusOf(service, now());
    const after = query.get('after') ?? undefined;
    const found = status.figures === undefined ? [] : await store.deadLetters({ ...filter, open: true }, lettersOnAPage + 1, after);
    const letters = found.slice(0, lettersOnAPage);
    const next = found.length > lettersOnAPage ? letters.at(-1)?.id : undefined;
    const done = doneOf(query);
    const page = statusPage({
      ...{ status, letters, filter, mark: mark.make(now()) },
      webhookBase: publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`,
      ...(next === undefined ? {} : { nextLetters: next }),
      ...(done === undefined ? {} : { done }),
    });
    return reply
      .code(status.figures === undefined ? 503 : 200)
      .type('text/html; charset=utf-8')
      .send(page);
  });

  server.get('/status', async (_request, reply) => {
    const status = await statusOf(service, now());
    return reply.code(status.figures === undefined ? 503 : 200).send(status);
  });

  server.post('/dead-letters/replay', async (request, reply) => {
    const form = formOf(request);
    if (!trusted(request, form)) return foreign(reply);
    const id = form.get('id');
    const filter: DeadLetterFilter = id === null ? filterOf(form) : { ids: [id] };
    const replayed = await store.replayDeadLetters(filter);
    telemetry.log.info('dead letters replayed', { count: replayed });
    service.wake();
    return back(reply, id === null ? filterOf(form) : {}, 'replayed', replayed);
  });

  server.post('/dead-letters/discard', async (request, reply) => {
    const form = formOf(request);
    if (!trusted(request, form)) return foreign(reply);
    const why = (form.get('why') ?? '').trim();
    const id = form.get('id') ?? '';
    if (why === '') return reply.code(400).type('text/plain').send('Say why it is given up: the field "why" is empty.');
    const discarded = await store.discardDeadLetter(id, why);
    if (discarded) telemetry.log.info('dead letter discarded', { id });
    return back(reply, {}, 'discarded', discarded ? 1 : 0);
  });

  /** A Bearer token is never sent by a browser on its own: who has it needs no mark. */
  const trusted = (request: FastifyRequest, form: URLSearchParams): boolean =>
    /^bearer /i.test(request.headers.authorization ?? '') || (!fromElsewhere(request.headers) && mark.genuine(form.get('mark'), now()));
}

function foreign(reply: FastifyReply): FastifyReply {
  return reply.code(403).type('text/plain').send('This form is too old or was not sent by the status page. Open the page again.');
}

async function back(reply: FastifyReply, filter: LetterFilter, what: string, count: number): Promise<FastifyReply> {
  const address = pageAddress(filter);
  return reply.redirect(`${address}${address.includes('?') ? '&' : '?'}${what}=${count}`, 303);
}

function doneOf(query: URLSearchParams): string | undefined {
  const number = (name: string): number | undefined => (/^\d{1,9}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : undefined);
  const replayed = number('replayed');
  if (replayed !== undefined)
    return replayed === 0 ? 'There was nothing to try again.' : `${counted(replayed, 'is', 'are')} tried again now.`;
  const discarded = number('discarded');
  if (discarded === undefined) return undefined;
  return discarded === 0 ? 'There is no such dead letter any more.' : 'It was given up, with your reason.';
}

function filterOf(query: URLSearchParams): LetterFilter {
  const [source, code] = [query.get('source'), query.get('code')];
  return { ...(source ? { source } : {}), ...(code ? { code } : {}) };
}

function queryOf(url: string): URLSearchParams {
  const start = url.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : url.slice(start + 1));
}

function formOf({ body }: FastifyRequest): URLSearchParams {
  return new URLSearchParams(Buffer.isBuffer(body) ? body.toString('utf8') : '');
}
