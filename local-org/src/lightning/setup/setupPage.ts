import type { Org } from '../../org.ts';
import type { ApiUsage } from '../../rest/apiUsage.ts';
import type { RequestUser } from '../../requestUser.ts';

/** What a page of Setup is asked for. */
export interface SetupAsked {
  readonly org: Org;
  /** The administrator who looks. */
  readonly user: RequestUser;
  readonly query: Readonly<Record<string, unknown>>;
  /** Parts of the address, as its pattern names them. */
  readonly params: Readonly<Record<string, string>>;
  /** Calls of the API that were counted; absent where the org does not count. */
  readonly usage: ApiUsage | undefined;
}

/** A page of Setup, ready to be put into its frame. */
export interface SetupView {
  readonly title: string;
  /** HTML */
  readonly content: string;
  /** 200 unless it says otherwise. */
  readonly status?: number;
  /** The pages above this one, outermost first. */
  readonly above?: readonly { readonly label: string; readonly url: string }[];
}

/** What a form did: where to go on, or the page again with what was refused. */
export type SetupDone = { readonly goTo: string } | SetupView;

/** A page of Setup and the form on it. */
export interface SetupPage {
  /** Pattern of its address: `/lightning/setup/Flows/:name/view`. */
  readonly address: string;
  /** Address of the entry in the navigation to which it belongs. */
  readonly entry: string;
  /** @returns undefined where there is nothing at the address */
  readonly show: (asked: SetupAsked) => SetupView | undefined;
  /** Does what its form asks for. */
  readonly act?: (asked: SetupAsked, form: Readonly<Record<string, string>>) => SetupDone | Promise<SetupDone>;
}

/** A setting of the address as text; empty when it is absent. */
export function queryText({ query }: SetupAsked, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** A whole number of the address; undefined when it is absent or none. */
export function queryNumber(asked: SetupAsked, name: string): number | undefined {
  const text = queryText(asked, name);
  return /^\d{1,15}$/u.test(text) ? Number(text) : undefined;
}
