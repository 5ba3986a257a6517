import type { MetadataProblem } from '../../errors.ts';
import type { SObjectType } from '../../schema/types.ts';
import type { SandboxStage } from '../lws/sandboxStage.ts';
import type { AppStage } from './appStage.ts';
import type { VendorStage } from './vendorStage.ts';

/** What a build process is asked for. */
export type BuildTask =
  | {
      /** For the page itself, or for the sandbox in which its components run. */
      readonly stage: 'app' | 'sandbox';
      /** The org's objects: modules of `@salesforce/schema` name them. */
      readonly objects: readonly SObjectType[];
      readonly labels: ReadonlyMap<string, string>;
      readonly modulesFolder: string;
      readonly pageBundles: readonly string[];
      /** Where the files go; must exist. */
      readonly folder: string;
    }
  | { readonly stage: 'vendor'; readonly specifiers: readonly string[]; readonly folder: string };

/** What a build process says. */
export type BuildMessage =
  | { readonly kind: 'module'; readonly count: number }
  | { readonly kind: 'app'; readonly stage: AppStage }
  | { readonly kind: 'sandbox'; readonly stage: SandboxStage }
  | { readonly kind: 'vendor'; readonly stage: VendorStage }
  /** The package is wrong. */
  | { readonly kind: 'refused'; readonly problems: readonly MetadataProblem[] }
  /** We are. */
  | { readonly kind: 'failed'; readonly message: string };
