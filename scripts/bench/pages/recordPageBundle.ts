import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import { transform } from 'esbuild';
import { rollup } from 'rollup';

const PACKAGE = 'force-app/main/default';

/** How large the package's own part of all record pages is. */
export interface BundleSize {
  /** Minified, as one file, without the platform's modules. */
  readonly bytes: number;
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
    return { bytes: await builtSize(folder, entry), components };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function builtSize(folder: string, input: string): Promise<number> {
  const bundle = await rollup({
    input,
    external: (id) => id === 'lwc' || /^(?:@salesforce|lightning|@lwc)\//u.test(id),
    plugins: [lwc({ rootDir: folder, modules: [{ dir: folder }], apiVersion: 66, enableDynamicComponents: true, enableLwcOn: true })],
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n');
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
