import { fileURLToPath } from 'node:url';

const root = new URL('../../../../', import.meta.url);

/** Root of the checkout: where `node_modules` lies. */
export const repositoryFolder = fileURLToPath(root).replace(/\/$/u, '');

/** Browser-side sources of the pages: shell, wire adapters. */
export const browserFolder = fileURLToPath(new URL('../browser/', import.meta.url)).replace(/\/$/u, '');

/** This folder, whose sources decide what a build looks like. */
export const buildFolder = fileURLToPath(new URL('./', import.meta.url)).replace(/\/$/u, '');

/** Builds shared by every data folder of this checkout; ignored by git. */
export const defaultCacheFolder = fileURLToPath(new URL('.cache/lightning/', root)).replace(/\/$/u, '');
