import { join } from 'node:path';
import { build } from 'esbuild';
import { browserFolder } from '../build/folders.ts';

let made: Promise<string> | undefined;

/** The text of the script that host pages load; made when it is first asked for. */
export function libraryText(): Promise<string> {
  made ??= bundle().catch((error: unknown) => {
    made = undefined;
    throw error;
  });
  return made;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(browserFolder, 'out', 'library.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? '';
}
