import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { assetsUrl, designSystems } from './build/staticAssets.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

/** Names of files and folders that may be asked for: no dots in front, no way up. */
const safeSegment = /^[\w@][\w@.-]*$/u;

/**
 * Serves built files and the design system. Their addresses carry a hash or a
 * version, so that a browser may keep them for ever.
 */
export function registerAssets(app: FastifyInstance, builtFolders: () => ReadonlyMap<string, string>): void {
  app.get<{ Params: { '*': string } }>(`${assetsUrl}/*`, async (request, reply) => {
    const [area = '', ...path] = request.params['*'].split('/');
    const designSystem = designSystems.find(({ url }) => url === `${assetsUrl}/${area}`);
    const folder = designSystem?.folder ?? builtFolders().get(area);
    const allowed = designSystem?.served.some((name) => name === path[0]) ?? true;
    const type = contentTypes[extname(path.at(-1) ?? '')];
    if (folder === undefined || !allowed || type === undefined || !path.every((segment) => safeSegment.test(segment)))
      return notFound(reply);
    return sendFile(reply, join(folder, ...path), type);
  });
}

async function sendFile(reply: FastifyReply, file: string, type: string): Promise<FastifyReply> {
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) return notFound(reply);
  return reply
    .header('Content-Type', type)
    .header('Cache-Control', 'public, max-age=31536000, immutable')
    .header('X-Content-Type-Options', 'nosniff')
    .send(content);
}

function notFound(reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .header('Content-Type', 'text/plain; charset=utf-8')
    .header('X-Content-Type-Options', 'nosniff')
    .send('There is no such file.');
}
