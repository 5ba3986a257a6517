import type { PageSettings } from '../../pages/pageSettings.ts';

/** What the server handed to this page. */
export const pageSettings: PageSettings = JSON.parse(document.getElementById('page-settings')?.textContent ?? '{}') as PageSettings;

/** `66.0` */
export const apiVersion: string = pageSettings.apiVersion;

// Tests of wires have no page.
const { page } = pageSettings as Partial<PageSettings>;

/** Whether this page stands inside a page of another site. */
export const isOut: boolean = page?.kind === 'out';
