import type { MetadataProblem } from '../errors.ts';
import type { XmlElement } from './xmlTree.ts';

/** Takes what a reader has to say about the metadata, errors and warnings alike. */
export type Tell = (problem: MetadataProblem) => void;

/** Says things about one file. */
export interface FileTeller {
  /** What the platform would refuse. */
  readonly error: (message: string, at?: XmlElement) => void;
  /** What is right on the platform and left out here. */
  readonly notRun: (what: string, at?: XmlElement) => void;
}

/** A teller for the file of this path. */
export function tellerOf(file: string, tell: Tell): FileTeller {
  const place = (at: XmlElement | undefined): { readonly file: string; readonly line?: number } =>
    at === undefined ? { file } : { file, line: at.line };
  return {
    error: (message, at) => tell({ ...place(at), message }),
    notRun: (what, at) => tell({ ...place(at), message: `stored, not run: ${what}`, warning: true }),
  };
}

/** The platform's words for a name in `element` that no component of that type has. */
export function notFound(element: string, type: string, name: string): string {
  return `In field: ${element} - no ${type} named ${name} found`;
}

/** Whether somebody made what bears this name: `Segment__c`, `Rate__mdt`, `ns__Thing__c`. All else is the platform's own. */
export function isMade(name: string): boolean {
  return /__[a-z]+$/iu.test(name);
}
