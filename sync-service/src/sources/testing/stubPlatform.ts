import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';

/** A request that a platform was sent. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface Answered {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text as it is; anything else as JSON. */
  readonly body: unknown;
}

export interface StubPlatform {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** Stands before what the platform answers; undefined: it answers as it does. */
  fail(fault: ((asked: Asked, call: number) => Answered | undefined) | undefined): void;
}

/** A survey platform's API on this machine. */
export async function stubPlatform(context: TestContext, answer: (asked: Asked) => Answered | undefined): Promise<StubPlatform> {
  const asked: Asked[] = [];
  let fault: ((asked: Asked, call: number) => Answered | undefined) | undefined;
  const server = createServer((request, response) => {
    text(request)
      .then((body) => {
        const { pathname, searchParams } = new URL(request.url ?? '', 'http://stub');
        const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]));
        const one: Asked = { method: request.method ?? '', path: pathname, query: searchParams, headers, body };
        asked.push(one);
        const reply = fault?.(one, asked.length) ?? answer(one) ?? { status: 404, body: { error: 'no such thing' } };
        response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
        response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  context.after(() => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, fail: (next) => (fault = next) };
}
