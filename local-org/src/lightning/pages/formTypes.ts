import type { FieldType } from '../../schema/types.ts';

/** What a form that makes or changes a record shows. */
export interface FormModel {
  readonly objectApiName: string;
  readonly label: string;
  readonly icon: string;
  readonly nameField: string;
  readonly sections: readonly FormSectionModel[];
}

export interface FormSectionModel {
  /** Empty where the layout shows none. */
  readonly label: string;
  readonly columns: readonly (readonly FormFieldModel[])[];
}

/** A choice of a picklist. */
export interface FormChoice {
  readonly value: string;
  readonly label: string;
  /** Values of the controlling field with which it can be chosen; absent: all. */
  readonly validFor?: readonly string[];
}

/** A field that can be written. */
export interface FormFieldModel {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly helpText?: string;
  /** Characters. */
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly html?: boolean;
  readonly choices?: readonly FormChoice[];
  readonly controllingField?: string;
  /** Objects that a lookup may point at. */
  readonly targets?: readonly { readonly name: string; readonly label: string; readonly icon: string }[];
  /** Name of a lookup's relationship, by which the name of what it points at is read. */
  readonly relationship?: string;
  readonly byDefault?: string | boolean;
}
