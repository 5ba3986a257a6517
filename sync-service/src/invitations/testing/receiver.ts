import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type ReceiverAnswer =
  { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown } | 'cut' | 'never';

/** A web server that notes what it gets. */
export async function startReceiver(
  t: TestContext,
  answer: (request: ReceivedRequest, number: number) => ReceiverAnswer,
): Promise<{ readonly url: string; readonly got: readonly ReceivedRequest[] }> {
  const got: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const received = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      got.push(received);
      const said = answer(received, got.length);
      if (said === 'never') return;
      if (said === 'cut') {
        response.destroy();
        return;
      }
      response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers });
      response.end(said.body === undefined ? '' : JSON.stringify(said.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got };
}
