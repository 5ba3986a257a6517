import type { Bundle } from './bundles';

/** The text of `tsconfig.paths.json`: TypeScript needs one entry for each bundle to find `c/<bundle>`. */
export function pathsConfig(bundles: readonly Bundle[]): string {
  const ofBundles = bundles.map<[string, string[]]>(({ name }) => [`c/${name}`, [`./${name}/${name}.ts`]]);
  const paths: Record<string, string[]> = Object.fromEntries([...ofBundles, ['jest-mocks/*', ['../config/jest-mocks/*']]]);
  const text = JSON.stringify({ extends: '../tsconfig.base.json', compilerOptions: { paths } }, null, 2);
  return `${text.replace(/\[\s+("[^"]+")\s+\]/g, '[$1]')}\n`;
}
