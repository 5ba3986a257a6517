import { request } from 'node:http';
import { text } from 'node:stream/consumers';

/** What came back, whatever it is. */
export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/** A call whose path goes out as it is: `fetch` would tidy up `..`, and refuse some characters. */
export function rawCall(
  org: { readonly url: string; readonly adminToken: string },
  method: string,
  path: string,
  options: { readonly body?: string | Buffer; readonly headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(org.url);
  const { body, headers } = options;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path,
        method,
        headers: {
          authorization: `Bearer ${org.adminToken}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      },
      (response) => {
        text(response).then((answer) => resolve({ status: response.statusCode ?? 0, body: answer }), reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
