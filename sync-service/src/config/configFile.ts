import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isCollection, isMap, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { asError, SetupError } from '../errors.ts';

/** Names under which the configuration is looked for in the working directory. */
export const usualNames = ['customer-pulse.yaml', 'customer-pulse.yml', 'customer-pulse.json'] as const;

/** Keys and indexes from the top of the file to a value. */
export type KeyPath = readonly (string | number)[];

/** A configuration file as it was read, before anything in it is believed. */
export interface ConfigFile {
  /** Absolute path; undefined where there is no file and everything comes from defaults and the environment. */
  readonly file: string | undefined;
  readonly value: Record<string, unknown>;
  /** The line a key stands on, or the nearest key above it. */
  lineOf(keyPath: KeyPath): number | undefined;
}

/**
 * Finds the file: the one named, else CUSTOMER_PULSE_CONFIG, else one of the usual names in the working directory.
 * @returns its absolute path, or undefined when none is named and none is there
 */
export function findConfigFile(option: string | undefined, environment: NodeJS.ProcessEnv, workingFolder: string): string | undefined {
  const named = option ?? environment['CUSTOMER_PULSE_CONFIG'];
  if (named) return path.resolve(workingFolder, named);
  return usualNames.map((name) => path.join(workingFolder, name)).find((file) => existsSync(file));
}

/**
 * Reads YAML or JSON (which is YAML, too).
 * @throws SetupError naming file, line and what is wrong
 */
export function readConfigFile(file: string | undefined): ConfigFile {
  if (file === undefined) return { file, value: {}, lineOf: () => undefined };
  const lines = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const [problem] = document.errors;
  if (problem !== undefined) {
    throw new SetupError(`The configuration ${file} cannot be understood. Line ${lines.linePos(problem.pos[0]).line}: ${problem.message}`);
  }
  if (document.contents === null) return { file, value: {}, lineOf: () => undefined };
  if (!isMap(document.contents))
    throw new SetupError(`The configuration ${file} must consist of sections such as "salesforce:" and "sources:".`);
  return {
    file,
    value: valueOf(document, file),
    lineOf: (keyPath) => {
      const offset = offsetOf(document, keyPath);
      return offset === undefined ? undefined : lines.linePos(offset).line;
    },
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (thrown) {
    throw new SetupError(
      `The configuration ${file} cannot be read: ${asError(thrown).message}. Name another with --config, or write one with: customer-pulse init`,
    );
  }
}

function valueOf(document: Document, file: string): Record<string, unknown> {
  try {
    return document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>;
  } catch (thrown) {
    throw new SetupError(`The configuration ${file} cannot be understood: ${asError(thrown).message}`);
  }
}

/** Where the key of the deepest place on the path that exists begins. */
function offsetOf(document: Document, keyPath: KeyPath): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const key of keyPath) {
    if (!isCollection(node)) break;
    const item: unknown = node.items.find((one, index) =>
      isPair(one) ? isScalar(one.key) && String(one.key.value) === String(key) : index === key,
    );
    if (item === undefined) break;
    const begins: unknown = isPair(item) ? item.key : item;
    offset = rangeStart(begins) ?? offset;
    node = isPair(item) ? item.value : item;
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? Number(node.range[0]) : undefined;
}
