import * as compiler from '@lwc/compiler';
import { parseAst } from 'rollup/parseAst';
import { z } from 'zod';

/** What the LWC compiler makes of one file of a bundle. */
export interface CompiledFile {
  /** What it imports, in order; templates import the components that they hold. */
  readonly imports: readonly string[];
  readonly errors: readonly CompileError[];
}

export interface CompileError {
  readonly message: string;
  readonly line?: number;
}

const known = new WeakMap<Uint8Array, CompiledFile>();

/**
 * Compiles one `.js`, `.html` or `.css` file as the platform does for API version 66.
 * The bytes of an unchanged file are the same object as before, and are compiled once.
 */
export function compiledFile(bundle: string, fileName: string, content: Uint8Array): CompiledFile {
  const cached = known.get(content);
  if (cached !== undefined) return cached;
  const compiled = compile(bundle, fileName, Buffer.from(content).toString('utf8'));
  known.set(content, compiled);
  return compiled;
}

function compile(bundle: string, fileName: string, source: string): CompiledFile {
  try {
    return { imports: importsOf(transform(bundle, fileName, source)), errors: [] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { imports: [], errors: [compileError(error, fileName)] };
  }
}

const transformed = z.object({ code: z.string() });

/** The compiler's package declares its functions in files that it does not ship: they are looked up and checked. */
const transformSync: unknown = Reflect.get(compiler, 'transformSync');

function transform(bundle: string, fileName: string, source: string): string {
  if (typeof transformSync !== 'function') throw new TypeError('@lwc/compiler has no transformSync');
  const options = {
    namespace: 'c',
    name: bundle,
    apiVersion: 66,
    enableDynamicComponents: true,
    enableLwcOn: true,
    enableSyntheticElementInternals: true,
  };
  const result: unknown = Reflect.apply(transformSync, undefined, [source, fileName, options]);
  return transformed.parse(result).code;
}

/** The first line of the compiler's message: the rest draws the place. */
function compileError(error: Error, fileName: string): CompileError {
  const text = error.message
    .replace(/^SyntaxError: /u, '')
    .split('\n', 1)
    .join('')
    .replace(/(LWC\d+: )?\S*\.(?:js|ts|html|css): /u, '$1')
    .replace(/^\/\S*?: /u, '');
  const location: unknown = 'location' in error ? error.location : undefined;
  const line = typeof location === 'object' && location !== null && 'line' in location ? location.line : undefined;
  const message = `${fileName}: ${text.trim()}`;
  return typeof line === 'number' ? { message, line } : { message };
}

/** Static imports and re-exports, and dynamic imports of a fixed name. */
function importsOf(code: string): readonly string[] {
  const found = new Set<string>();
  collect(parseAst(code), found);
  return [...found];
}

const importingNodes = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression']);

function collect(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const source: unknown = 'source' in node ? node.source : undefined;
  if ('type' in node && importingNodes.has(String(node.type)) && typeof source === 'object' && source !== null && 'value' in source) {
    if (typeof source.value === 'string') found.add(source.value);
  }
  for (const value of Object.values(node)) collect(value, found);
}
