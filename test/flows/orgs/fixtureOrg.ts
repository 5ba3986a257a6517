import type { Navigation } from '../../../local-org/src/flow/screens/flowRuntime.ts';
import type { InterviewState } from '../../../local-org/src/flow/screens/screenModel.ts';
import type { Values } from '../flowCase.ts';

/** What became of one record of a save. */
export interface Saved {
  /** Absent when it was refused. */
  readonly id?: string;
  /** `CODE: message` */
  readonly errors: readonly string[];
}

/** What became of one call of a flow. */
export type Launched = { readonly outputs: Values } | { readonly error: string };

/** An e-mail that a flow sent. */
export interface SentEmail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** An org that cases run in. Values are as in JSON: ids are ids, date-times ISO texts ending in Z. */
export interface FixtureOrg {
  /** Ids of records that are there before the first step, by name. */
  readonly known: ReadonlyMap<string, string>;
  /** @param by id of the user who saves; undefined: the administrator */
  insert(object: string, rows: readonly Values[], by: string | undefined): Promise<readonly Saved[]>;
  update(object: string, rows: readonly Values[], by: string | undefined): Promise<readonly Saved[]>;
  delete(object: string, ids: readonly string[], by: string | undefined): Promise<readonly Saved[]>;
  /** The lead became the contact. @throws Error where leads cannot be converted */
  convertLead(lead: string, contact: string): Promise<void>;
  launch(flow: string, inputs: readonly Values[], by: string | undefined): Promise<readonly Launched[]>;
  /** Starts a screen flow. @throws Error where nobody can go through one */
  startScreens(flow: string, inputs: Values, by: string | undefined): InterviewState;
  /** Goes on from a screen. */
  navigate(navigation: Navigation, by: string | undefined): InterviewState;
  /** All that runs after a commit has run. */
  settle(): Promise<void>;
  /** Moves the clock. @throws Error where it cannot be moved */
  advance(to: string): Promise<void>;
  query(soql: string): Promise<readonly Values[]>;
  /** Every table that holds the text, the org's own ones included; undefined where nobody can look. */
  tablesWith(text: string): readonly string[] | undefined;
  /** The e-mails that flows sent, oldest first; undefined where nobody can look. */
  emails(): readonly SentEmail[] | undefined;
  close(): Promise<void>;
}
