import type { Page } from 'playwright-core';
import type { Person, World } from './world';

/** How the org answers while a page is drawn: late (held until the picture is taken), not at all, or with an error of the server. */
export type Misbehaviour = 'slow' | 'failing' | 'offline';

/** How a page is looked at, beside what it shows. */
export interface Look {
  readonly theme?: 'slds1' | 'slds2';
  /** Runs the components inside Lightning Web Security. */
  readonly lws?: boolean;
}

/** One state of a component or page, which is drawn, checked by axe and photographed. */
export interface PageState {
  /** Name of the picture, unique: `customer-pulse-few-answers`. */
  readonly name: string;
  /** Whose eyes; the administrator's when left out. */
  readonly person?: Person;
  readonly path: (world: World) => string;
  /** Selector of what must be visible before the picture is taken. */
  readonly ready: string;
  /** What the person does first: opens a menu, switches to the table. By keyboard where that is the point. */
  readonly act?: (page: Page, world: World) => Promise<void>;
  /** Requests for data that misbehave; all of them, or those whose address or body contains the text. */
  readonly org?: { readonly how: Misbehaviour; readonly only?: string };
  /** Selector of what is photographed and checked; the whole page when left out. */
  readonly element?: string;
  /** Pixels; 390 and 1280 when left out. */
  readonly widths?: readonly number[];
  readonly look?: Look;
}
