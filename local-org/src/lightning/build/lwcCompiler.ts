import lwc from '@lwc/rollup-plugin';
import type { Plugin } from 'rollup';
import { browserFolder } from './folders.ts';

/**
 * The LWC compiler as the platform runs it for API version 66.
 * @param moduleFolders searched in this order for `namespace/name`
 * @param sandboxed whether what is compiled will run inside Lightning Web Security
 */
export function lwcCompiler(moduleFolders: readonly string[], { sandboxed = false }: { readonly sandboxed?: boolean } = {}): Plugin {
  return lwc({
    rootDir: browserFolder,
    modules: moduleFolders.map((dir) => ({ dir })),
    defaultModules: [],
    include: [/\.(?:js|ts|html|css)$/u],
    // Neither the engine nor our plain modules are components.
    exclude: [/node_modules\/@lwc\//u, /lightning\/browser\/(?:lds|page|lws|out)\//u],
    apiVersion: 66,
    enableSyntheticElementInternals: true,
    enableDynamicComponents: true,
    enableLwcOn: true,
    enableStaticContentOptimization: true,
    enableLightningWebSecurityTransforms: sandboxed,
  });
}
