import type { Plugin } from 'rollup';

/**
 * Notes which modules are imported by `import()` as soon as a module of a folder runs, outside all functions: a page needs them at
 * once, though nothing imports them before.
 * @param note told the id of each
 */
export function earlyImports(folder: string, note: (id: string) => void): Plugin {
  return {
    name: 'early-imports',
    async moduleParsed({ id, ast }) {
      if (ast === null || !id.startsWith(folder)) return;
      for (const specifier of specifiersOutsideFunctions(ast)) {
        const resolved = await this.resolve(specifier, id);
        if (resolved !== null) note(resolved.id);
      }
    },
  };
}

/** What is imported by `import('...')` where a module's own statements stand, also under a condition. @param node of an ESTree */
function specifiersOutsideFunctions(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(specifiersOutsideFunctions);
  if (typeof node !== 'object' || node === null || isFunction(node)) return [];
  const inside = Object.values(node).flatMap(specifiersOutsideFunctions);
  return isImport(node) ? [node.source.value, ...inside] : inside;
}

function isFunction(node: object): boolean {
  return 'type' in node && typeof node.type === 'string' && /^(?:Arrow)?Function|^MethodDefinition|^PropertyDefinition/u.test(node.type);
}

function isImport(node: object): node is { readonly source: { readonly value: string } } {
  if (!('type' in node) || node.type !== 'ImportExpression' || !('source' in node)) return false;
  const { source } = node;
  return typeof source === 'object' && source !== null && 'value' in source && typeof source.value === 'string';
}
