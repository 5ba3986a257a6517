import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import { transform } from 'esbuild';
import { rollup, type OutputChunk } from 'rollup';

const PACKAGE = 'force-app/main/default';

/** How large the package's own part of all record pages is. */
export interface BundleSize {
  /** What a page loads to be drawn, minified, without the platform's modules. */
  readonly first: number;
  /** What is loaded besides when somebody opens it: a table, a form, an explanation. */
  readonly onDemand: number;
  /** Components that stand on a record page; what they import counts with them. */
  readonly components: readonly string[];
}

/** Builds every component that stands on a record page, with all of the package that it imports. */
export async function recordPageBundle(): Promise<BundleSize> {
  const components = componentsOfRecordPages();
  const folder = mkdtempSync(join(tmpdir(), 'record-page-bundle-'));
  try {
    // The compiler takes a module's namespace from the name of its folder.
    cpSync(join(PACKAGE, 'lwc'), join(folder, 'c'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{}');
    const entry = join(folder, 'entry.js');
    writeFileSync(entry, components.map((name, index) => `export { default as c${String(index)} } from 'c/${name}';`).join('\n'));
    return { ...(await builtSize(folder, entry)), components };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function builtSize(folder: string, input: string): Promise<Pick<BundleSize, 'first' | 'onDemand'>> {
  const bundle = await rollup({
    input,
    external: (id) => id === 'lwc' || /^(?:@salesforce|lightning|@lwc)\//u.test(id),
    plugins: [lwc({ rootDir: folder, modules: [{ dir: folder }], apiVersion: 66, enableDynamicComponents: true, enableLwcOn: true })],
    onwarn: () => undefined,
  });
  // Without repeating in each chunk what the chunks that it imports import.
  const { output } = await bundle.generate({ format: 'es', hoistTransitiveImports: false });
  await bundle.close();
  const chunks = output.filter((part) => part.type === 'chunk');
  const first = withImports(
    chunks,
    chunks.filter(({ isEntry }) => isEntry),
  );
  const sizes = async (of: readonly OutputChunk[]): Promise<number> =>
    (await Promise.all(of.map(({ code }) => minifiedSize(code)))).reduce((sum, size) => sum + size, 0);
  return { first: await sizes(first), onDemand: await sizes(chunks.filter((chunk) => !first.includes(chunk))) };
}

/** Chunks and all that they import at once. */
function withImports(all: readonly OutputChunk[], wanted: readonly OutputChunk[]): readonly OutputChunk[] {
  const names = new Set(wanted.flatMap(({ fileName, imports }) => [fileName, ...imports]));
  const more = all.filter(({ fileName }) => names.has(fileName));
  return more.length === wanted.length ? wanted : withImports(all, more);
}

async function minifiedSize(code: string): Promise<number> {
  return Buffer.byteLength((await transform(code, { minify: true, target: 'esnext', legalComments: 'none' })).code);
}

function componentsOfRecordPages(): readonly string[] {
  const own = new Set(readdirSync(join(PACKAGE, 'lwc')));
  const pages = readdirSync(join(PACKAGE, 'flexipages')).map((file) => readFileSync(join(PACKAGE, 'flexipages', file), 'utf8'));
  const named = pages
    .filter((text) => text.includes('<type>RecordPage</type>'))
    .flatMap((text) => [...text.matchAll(/<componentName>([^<]+)<\/componentName>/gu)].map(([, name = '']) => name.replace(/^c:/u, '')));
  return [...new Set(named)].filter((name) => own.has(name)).sort();
}
