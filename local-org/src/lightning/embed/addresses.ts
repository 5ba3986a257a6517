/** The script that a host page loads: the platform's address of it. */
export const libraryUrl = '/lightning/lightning.out.latest/index.iife.prod.js';

/** The page of one component inside another page. */
export const componentUrl = '/lightning/out/component';
