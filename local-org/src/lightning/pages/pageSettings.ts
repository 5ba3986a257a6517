import type { FieldType } from '../../schema/types.ts';

/**
 * What the server hands to a page, as JSON in the page itself: who looks, what
 * is around the page, and what the page shows. Records are not in it; the
 * page's components read them through UI API.
 */
export interface PageSettings {
  /** `66.0` */
  readonly apiVersion: string;
  readonly userId: string;
  readonly userName: string;
  /** `en` */
  readonly language: string;
  /** BCP 47, `en-GB` */
  readonly locale: string;
  /** IANA, `Europe/Copenhagen` */
  readonly timeZone: string;
  readonly appLabel: string;
  readonly tabs: readonly TabModel[];
  /** Whether the records are made up. */
  readonly demo: boolean;
  /** Whether the setup pages are open to the user. */
  readonly administrator?: boolean;
  /** The page in the platform's own form, for `CurrentPageReference`. */
  readonly reference: {
    readonly type: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly state: Readonly<Record<string, string>>;
  };
  readonly page: PageModel;
}

export interface TabModel {
  readonly label: string;
  readonly url: string;
  readonly current: boolean;
}

export type PageModel = RecordPageModel | AppPageModel | ListPageModel | HomePageModel | MessagePageModel | FlowPageModel;

/** A field as the shell shows it. */
export interface FieldModel {
  /** `Rating__c` */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly helpText?: string;
  /** Digits after the point, for numbers. */
  readonly scale?: number;
  /** For references: the way to the name of the record it points at, `Account__r.Name`. */
  readonly namePath?: string;
  /** The name field of its own object: shown as a link to the record. */
  readonly isName?: boolean;
}

/** One component of a page, with what stands inside. */
export interface ComponentModel {
  /** Unique on the page. */
  readonly key: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  readonly children: readonly ComponentModel[];
}

export interface RegionModel {
  readonly name: string;
  readonly components: readonly ComponentModel[];
}

export interface RelatedListModel {
  /** Child relationship name: `Contacts`, `Responses__r` */
  readonly relatedListId: string;
  readonly label: string;
  readonly objectApiName: string;
  readonly icon: string;
  readonly columns: readonly FieldModel[];
  /** Qualified, `-` in front for descending. */
  readonly sortBy: readonly string[];
}

export interface DetailSectionModel {
  readonly label: string;
  readonly showLabel: boolean;
  readonly columns: readonly (readonly (FieldModel | null)[])[];
}

export interface RecordPageModel {
  readonly kind: 'record';
  readonly recordId: string;
  readonly objectApiName: string;
  readonly objectLabel: string;
  readonly icon: string;
  readonly nameField: FieldModel;
  readonly highlights: readonly FieldModel[];
  readonly sections: readonly DetailSectionModel[];
  readonly relatedLists: readonly RelatedListModel[];
  /** Whether Tasks can point at this record. */
  readonly hasActivities: boolean;
  readonly template: string;
  readonly regions: readonly RegionModel[];
  /** The buttons of the highlights panel. */
  readonly actions: readonly ActionModel[];
}

/** A quick action as a button. */
export interface ActionModel {
  readonly name: string;
  readonly label: string;
  readonly kind: 'flow' | 'component';
  /** API name of the screen flow that it opens. */
  readonly flow?: string;
  /** `c:askAgain`: the component that it opens, or that does its work without being seen. */
  readonly component?: string;
  readonly headless?: boolean;
}

/** The page of a screen flow. */
export interface FlowPageModel {
  readonly kind: 'flow';
  readonly flowApiName: string;
  readonly label: string;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
  /** Of a paused interview that goes on. */
  readonly interviewId?: string;
  /** Where to go when it is finished. */
  readonly finishUrl?: string;
}

/** A Lightning page that is no record's: the page of a tab, or the start page that an app names. */
export interface AppPageModel {
  readonly kind: 'app';
  /** Heading of the page: the tab's label. */
  readonly title: string;
  readonly icon: string;
  readonly template: string;
  readonly regions: readonly RegionModel[];
}

export interface ListRowModel {
  readonly id: string;
  readonly cells: readonly ListCellModel[];
}

export interface ListCellModel {
  readonly value: string | number | boolean | null;
  readonly type: FieldType;
  readonly scale?: number;
  readonly url?: string;
}

export interface ListPageModel {
  readonly kind: 'list';
  readonly objectApiName: string;
  readonly objectLabel: string;
  readonly icon: string;
  readonly views: readonly { readonly name: string; readonly label: string; readonly current: boolean }[];
  readonly columns: readonly string[];
  readonly rows: readonly ListRowModel[];
  /** Number of the first row in the whole list, from 1. */
  readonly first: number;
  /** Address of the rows before these; absent on the first page. */
  readonly previousUrl?: string;
  /** Address of the rows after these; absent on the last page. */
  readonly nextUrl?: string;
}

export interface HomePageModel {
  readonly kind: 'home';
  readonly description: string;
  readonly links: readonly { readonly label: string; readonly url: string; readonly icon: string }[];
  readonly highlights: readonly { readonly name: string; readonly url: string; readonly note: string }[];
}

/** A page that only says something, such as that a record does not exist. */
export interface MessagePageModel {
  readonly kind: 'message';
  readonly title: string;
  readonly text: string;
}
