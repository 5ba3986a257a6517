import type { Bundle } from './bundles';

/** The text of `tsconfig.paths.json`: TypeScript needs one entry for each bundle to find `c/<bundle>`. */
export function pathsConfig(bundles: readonly Bundle[]): string {
  const paths = Object.fromEntries(bundles.map(({ name }) => [`c/${name}`, [`./${name}/${name}.ts`]]));
  return `${JSON.stringify({ extends: '../tsconfig.base.json', compilerOptions: { paths } }, null, 2)}\n`;
}
