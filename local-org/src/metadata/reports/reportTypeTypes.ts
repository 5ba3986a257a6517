import type { ReportTypeCategory } from './reportWords.ts';

/** A custom report type: which objects are joined, and which of their fields a report may take. */
export interface ReportType {
  /** `ResponsesWithContact`; reports name it with `__c` behind. */
  readonly fullName: string;
  /** Source path, as problems name it. */
  readonly file: string;
  readonly baseObject: string;
  readonly category?: ReportTypeCategory;
  /** False while it is in development: reports of it are for its makers. */
  readonly deployed: boolean;
  readonly description?: string;
  readonly label: string;
  readonly join?: ObjectRelationship;
  readonly sections: readonly ReportLayoutSection[];
  readonly line: number;
}

/** The next object of a report type. */
export interface ObjectRelationship {
  /** Child relationship of the object before it: `PulseResponses__r`, `Contacts`. */
  readonly relationship: string;
  /** Whether records of the object before it stay without one: "may or may not have". */
  readonly outerJoin: boolean;
  readonly join?: ObjectRelationship;
  readonly line: number;
}

export interface ReportLayoutSection {
  readonly masterLabel: string;
  readonly columns: readonly ReportTypeColumn[];
  readonly line: number;
}

export interface ReportTypeColumn {
  /** Whether a new report begins with it. */
  readonly checkedByDefault: boolean;
  /** Label in place of the field's. */
  readonly displayNameOverride?: string;
  /** `Rating__c`, or by way of lookups `Contact__c.Email`, `Owner.Name`. */
  readonly field: string;
  /** The base object and the relationships behind it: `Account`, `Account.PulseResponses__r`. */
  readonly table: string;
  readonly line: number;
}
