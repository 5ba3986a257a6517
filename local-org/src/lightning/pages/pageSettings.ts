import type { FieldType } from '../../schema/types.ts';
import type { Theme } from '../orgSettings.ts';
import type { Texts } from '../texts/fillText.ts';

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
  /** As the user record has it, `en_US`. */
  readonly userLanguage: string;
  /** Languages to choose from, in the same form. */
  readonly languages: readonly string[];
  /** Direction in which the language is written. */
  readonly dir: 'ltr' | 'rtl';
  /** The shell's words in the language. */
  readonly texts: Texts;
  readonly theme: Theme;
  /** Notifications that the user has not opened. */
  readonly unread: number;
  readonly appLabel: string;
  readonly tabs: readonly TabModel[];
  /** Whether the records are made up. */
  readonly demo: boolean;
  /** Whether the package's components run inside Lightning Web Security. */
  readonly sandboxed?: boolean;
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

export type PageModel =
  | RecordPageModel
  | AppPageModel
  | ListPageModel
  | HomePageModel
  | SearchPageModel
  | MessagePageModel
  | FlowPageModel
  | ReportsPageModel
  | ReportPageModel
  | DashboardPageModel
  | OutPageModel;

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
  /** For references to records of several objects: the name field of each. */
  readonly nameTypes?: readonly { readonly object: string; readonly field: string }[];
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
  /** When it is shown; absent: always. */
  readonly visibility?: VisibilityModel;
}

/** The condition under which a component is shown: its lines, and how they are joined. */
export interface VisibilityModel {
  readonly lines: readonly VisibilityLine[];
  /** `1 AND (2 OR 3)`; absent: all must hold. */
  readonly logic?: string;
}

/** One comparison. What the server knows already stands in it as a value. */
export interface VisibilityLine {
  readonly left: { readonly field: string } | { readonly formFactor: true } | { readonly value: string };
  readonly operator: 'EQUAL' | 'NE' | 'GT' | 'GE' | 'LT' | 'LE' | 'CONTAINS';
  readonly right: string;
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
  /** The lookup of the list's records that leads to the parent. */
  readonly parentField: string;
  /** What one of its records is called. */
  readonly recordLabel: string;
  readonly may: { readonly create: boolean; readonly edit: boolean; readonly delete: boolean };
}

export interface DetailSectionModel {
  readonly label: string;
  readonly showLabel: boolean;
  readonly columns: readonly (readonly (FieldModel | null)[])[];
}

export interface RecordPageModel {
  readonly kind: 'record';
  readonly recordId: string;
  /** As it was when the page was asked for. */
  readonly recordName: string;
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
  /** The page for phones, where the app has another one. */
  readonly small?: { readonly template: string; readonly regions: readonly RegionModel[] };
  /** The buttons of the highlights panel. */
  readonly actions: readonly ActionModel[];
  /** What the user may do with the record, as far as permissions on its object say. */
  readonly may: { readonly create: boolean; readonly edit: boolean; readonly delete: boolean };
  /** A dialog that is open when the page is drawn. */
  readonly dialog?: RecordDialogModel;
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
  /** Name of the record. */
  readonly name: string;
  readonly cells: readonly ListCellModel[];
}

export interface ListCellModel {
  readonly value: string | number | boolean | null;
  readonly type: FieldType;
  readonly scale?: number;
  readonly url?: string;
}

/** Some rows of a list, and how many it has. */
export interface ListRowsModel {
  readonly rows: readonly ListRowModel[];
  readonly total: number;
}

export interface ListColumnModel {
  /** API name of the field. */
  readonly name: string;
  readonly label: string;
  readonly sortable: boolean;
}

/** The records of a list view, or all of a related list. */
export interface ListPageModel extends ListRowsModel {
  readonly kind: 'list';
  /** Where the page gets more rows, and rows in another order. */
  readonly rowsUrl: string;
  readonly objectApiName: string;
  /** Several of its records: `Accounts`. */
  readonly objectLabel: string;
  /** One of its records: `Account`. */
  readonly recordLabel: string;
  readonly icon: string;
  /** Name of the list. */
  readonly label: string;
  /** Other lists of the object to choose from. */
  readonly views: readonly { readonly name: string; readonly label: string; readonly current: boolean }[];
  /** What the list leaves out, in words. */
  readonly filters: readonly string[];
  readonly columns: readonly ListColumnModel[];
  readonly sort: { readonly column: string; readonly descending: boolean };
  readonly search: string;
  /** Rows that are read at once. */
  readonly pageLength: number;
  /** What the user may do with records of the object. */
  readonly may: { readonly create: boolean; readonly edit: boolean; readonly delete: boolean };
  /** The record whose related list it is. */
  readonly parent?: {
    readonly name: string;
    readonly url: string;
    /** Values that a new record of the list starts with. */
    readonly defaults: Readonly<Record<string, string>>;
  };
  /** A dialog that is open when the page is drawn. */
  readonly dialog?: RecordDialogModel;
}

/** A dialog that makes, changes or deletes a record. */
export interface RecordDialogModel {
  readonly mode: 'new' | 'edit' | 'clone' | 'delete';
  readonly objectApiName: string;
  /** Of the record that is changed, cloned or deleted. */
  readonly recordId?: string;
  /** Name of the record, where it is known. */
  readonly recordName?: string;
  /** Values that a new record starts with. */
  readonly defaults?: Readonly<Record<string, string>>;
}

export interface HomePageModel {
  readonly kind: 'home';
  readonly description: string;
  readonly links: readonly { readonly label: string; readonly url: string; readonly icon: string }[];
  readonly highlights: readonly { readonly name: string; readonly url: string; readonly note: string }[];
}

/** What was found for some words, by object. */
export interface SearchPageModel {
  readonly kind: 'search';
  readonly term: string;
  /** Set when there is nothing to look for: too short, or not understood. */
  readonly problem?: string;
  readonly groups: readonly SearchGroupModel[];
}

export interface SearchGroupModel {
  readonly objectApiName: string;
  readonly label: string;
  readonly icon: string;
  readonly columns: readonly string[];
  readonly rows: readonly ListRowModel[];
  readonly total: number;
  /** Whether there may be more than `total`. */
  readonly more: boolean;
  /** Results of this object alone. */
  readonly url: string;
}

/** The reports or the dashboards that the user may open, by folder. */
export interface ReportsPageModel {
  readonly kind: 'reports';
  readonly of: 'Report' | 'Dashboard';
  readonly folders: readonly { readonly id: string; readonly name: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly folderId: string;
    readonly folderName: string;
  }[];
}

/** A report, which the page runs by the Analytics REST API. */
export interface ReportPageModel {
  readonly kind: 'report';
  readonly reportId: string;
  readonly name: string;
  readonly description: string;
  readonly folder?: { readonly name: string; readonly url: string };
  readonly mayExport: boolean;
}

/** A dashboard, which the page reads by the Analytics REST API. */
export interface DashboardPageModel {
  readonly kind: 'dashboard';
  readonly dashboardId: string;
  readonly name: string;
  readonly description: string;
  readonly folder?: { readonly name: string; readonly url: string };
}

/** A page that only says something, such as that a record does not exist. */
export interface MessagePageModel {
  readonly kind: 'message';
  readonly title: string;
  readonly text: string;
}

/** One component of the org inside a page of another site. */
export interface OutPageModel {
  readonly kind: 'out';
  /** `c:feedbackPanel` */
  readonly component: string;
  /** Origin of the page around it. */
  readonly host: string;
}
