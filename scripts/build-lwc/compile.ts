import ts from 'typescript';
import { readBundleFile, type Bundle } from './bundles';

/** Compiled files by their path under the output folder, with forward slashes. */
export type Output = ReadonlyMap<string, string>;

/** Only types are taken away: any lower target would rewrite decorators and fields, which the LWC compiler refuses. */
const TRANSPILE_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: false,
  useDefineForClassFields: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
};

const COPIED = ['.html', '.css', '.svg', '.js-meta.xml'];

/** What the bundles become on the platform: TypeScript as JavaScript, the rest as it is. Throws for a file of another kind. */
export function compileBundles(bundles: readonly Bundle[]): Output {
  return new Map(bundles.flatMap((bundle) => bundle.files.flatMap((file) => compileFile(bundle, file))));
}

function compileFile(bundle: Bundle, file: string): [string, string][] {
  const source = readBundleFile(bundle, file);
  if (COPIED.some((suffix) => file.endsWith(suffix))) return [[`${bundle.name}/${file}`, source]];
  if (!file.endsWith('.ts')) throw new Error(`lwc-ts-src/${bundle.name}/${file}: a bundle holds .ts, ${COPIED.join(', ')} only.`);
  const code = ts.transpileModule(source, { compilerOptions: TRANSPILE_OPTIONS, fileName: file }).outputText;
  if (isEmptyModule(code)) return [];
  return [[`${bundle.name}/${file.replace(/\.ts$/, '.js')}`, `${header(bundle, file)}\n${code}`]];
}

/** A file of types alone leaves nothing to deploy. */
function isEmptyModule(code: string): boolean {
  return (
    code
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/export \{\};?/g, '')
      .trim() === ''
  );
}

function header(bundle: Bundle, file: string): string {
  return `// Generated from lwc-ts-src/${bundle.name}/${file} by \`npm run build:lwc\`. Change the source, not this file.`;
}
