/**
 * What the server and a page say to each other about a running screen flow. The platform has an
 * undocumented resource for it (`connect/interaction/runtime`); names follow that where they are known.
 */

/** A value on its way: records are plain objects, dates and times ISO texts. */
export type WireValue = string | number | boolean | null | readonly WireValue[] | { readonly [name: string]: WireValue };

export type InterviewStatus = 'STARTED' | 'PAUSED' | 'FINISHED' | 'FINISHED_SCREEN' | 'ERROR';

export type NavigationAction = 'NEXT' | 'FINISH' | 'BACK' | 'PAUSE' | 'CHANGE';

/** What a person gave in one field; `Component.attribute` for components. Of choices: the key, or a list of keys. */
export interface FieldAnswer {
  readonly field: string;
  readonly value: WireValue;
}

/** An output variable as `lightning-flow` tells it. */
export interface OutputVariable {
  readonly flowName: string;
  readonly name: string;
  readonly dataType: string;
  readonly objectType: string | null;
  readonly isCollection: boolean;
  readonly value: WireValue;
}

/** How an interview stands, after it was started or went on. */
export interface InterviewState {
  /** Blank once it has ended. */
  readonly interviewId: string;
  /** Counts the answers; an older one is not taken again. */
  readonly step: number;
  readonly guid: string;
  readonly flowName: string;
  readonly flowLabel: string;
  readonly status: InterviewStatus;
  readonly screen?: ScreenModel;
  /** Why it cannot go on. */
  readonly error?: string;
  /** What is said when it pauses. */
  readonly pausedText?: string;
  readonly outputVariables: readonly OutputVariable[];
}

export interface ScreenModel {
  readonly name: string;
  readonly label: string;
  readonly showHeader: boolean;
  readonly showFooter: boolean;
  readonly helpText?: string;
  readonly actions: readonly Exclude<NavigationAction, 'CHANGE'>[];
  readonly backLabel?: string;
  readonly nextOrFinishLabel?: string;
  readonly pauseLabel?: string;
  /** Whether what is shown depends on what is given on the screen itself: a change is told to the server. */
  readonly isReactive: boolean;
  readonly fields: readonly ScreenFieldModel[];
}

export type ScreenFieldModel = TextModel | InputModel | ComponentFieldModel | SectionModel;

export interface TextModel {
  readonly kind: 'text';
  readonly name: string;
  /** Rich text; the page cleans it. */
  readonly html: string;
}

export const inputControls = [
  'text',
  'password',
  'textarea',
  'number',
  'currency',
  'percent',
  'date',
  'datetime',
  'checkbox',
  'email',
  'phone',
  'url',
  'radio',
  'dropdown',
  'checkboxes',
  'multipicklist',
] as const;

export type InputControl = (typeof inputControls)[number];

export interface InputModel {
  readonly kind: 'input';
  readonly name: string;
  readonly control: InputControl;
  readonly label: string;
  readonly helpText?: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly readOnly: boolean;
  /** Digits after the point. */
  readonly scale?: number;
  readonly maxLength?: number;
  readonly value: WireValue;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly error?: string;
}

export interface ComponentFieldModel {
  readonly kind: 'component';
  readonly name: string;
  /** `flowruntime:email`, `c:starRating` */
  readonly component: string;
  readonly attributes: Readonly<Record<string, WireValue>>;
  readonly error?: string;
}

export interface SectionModel {
  readonly kind: 'section';
  readonly name: string;
  readonly header?: string;
  readonly columns: readonly { readonly name: string; readonly width: number; readonly fields: readonly ScreenFieldModel[] }[];
}
