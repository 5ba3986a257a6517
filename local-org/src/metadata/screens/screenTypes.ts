import type { ActionInput, FlowConditions, FlowConnector, FlowDataType, FlowFilters, FlowValue } from '../flowTypes.ts';

/** The screens of a flow and what can be chosen on them, as the file says it (Metadata API, FlowScreen and its kin). */

/** A formula that must hold, and what is said when it does not. */
export interface InputValidation {
  readonly formula: string;
  readonly message: string;
}

export const screenFieldTypes = [
  'DisplayText',
  'InputField',
  'LargeTextArea',
  'PasswordField',
  'RadioButtons',
  'RadioButtonGroup',
  'DropdownBox',
  'MultiSelectCheckboxes',
  'MultiSelectPicklist',
  'ComponentInstance',
  'ObjectProvided',
  'RegionContainer',
  'Region',
] as const;

export type ScreenFieldType = (typeof screenFieldTypes)[number];

/** One thing on a screen; a section carries its columns, a column what stands in it. */
export interface ScreenField {
  /** Blank for fields of a record, which have none. */
  readonly name: string;
  readonly line: number;
  readonly fieldType: ScreenFieldType;
  readonly dataType: FlowDataType | undefined;
  /** The label, or for DisplayText what is shown: with merge fields. */
  readonly text: string;
  readonly helpText: string | undefined;
  readonly required: boolean;
  readonly disabled: FlowValue | undefined;
  readonly readOnly: FlowValue | undefined;
  readonly defaultValue: FlowValue | undefined;
  /** Names of choices and choice sets. */
  readonly choices: readonly string[];
  readonly defaultChoice: string | undefined;
  readonly scale: number | undefined;
  readonly validation: InputValidation | undefined;
  readonly visibility: FlowConditions | undefined;
  /** Takes its default anew each time the screen is reached by Next. */
  readonly resets: boolean;
  /** Of a component: `flowruntime:email`, `c:starRating`. */
  readonly extension: string | undefined;
  readonly inputs: readonly ActionInput[];
  readonly outputs: readonly { readonly name: string; readonly to: string }[];
  readonly storeAutomatically: boolean;
  /** Of a record's field: `Contact.Phone`, the variable and the field. */
  readonly objectField: string | undefined;
  readonly hasHeader: boolean;
  readonly fields: readonly ScreenField[];
}

export interface ScreenElement {
  readonly kind: 'screens';
  readonly name: string;
  readonly line: number;
  readonly label: string;
  readonly fields: readonly ScreenField[];
  readonly allowBack: boolean;
  readonly allowFinish: boolean;
  readonly allowPause: boolean;
  readonly backLabel: string | undefined;
  readonly nextOrFinishLabel: string | undefined;
  readonly pauseLabel: string | undefined;
  readonly showHeader: boolean;
  readonly showFooter: boolean;
  readonly helpText: string | undefined;
  readonly pausedText: string | undefined;
  readonly connector: FlowConnector;
}

/** Roll Back Records. */
export interface RollbackElement {
  readonly kind: 'recordRollbacks';
  readonly name: string;
  readonly line: number;
  readonly connector: FlowConnector;
}

/** A choice that always stands there. */
export interface FlowChoice {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly dataType: FlowDataType;
  readonly value: FlowValue | undefined;
}

/** Choices that come from records, a collection of records, or the values of a picklist. */
export interface FlowChoiceSet {
  readonly name: string;
  readonly line: number;
  readonly dataType: FlowDataType;
  readonly object: string | undefined;
  readonly collection: string | undefined;
  readonly displayField: string | undefined;
  readonly valueField: string | undefined;
  readonly filters: FlowFilters;
  readonly limit: number | undefined;
  readonly sort: { readonly field: string | undefined; readonly descending: boolean } | undefined;
  readonly picklist: { readonly object: string; readonly field: string } | undefined;
  /** Fields of the chosen record that go into variables. */
  readonly outputs: readonly { readonly to: string; readonly field: string }[];
}
