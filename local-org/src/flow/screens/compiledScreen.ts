import type { ScreenElement, ScreenField } from '../../metadata/screens/screenTypes.ts';
import type { FieldValue } from '../../schema/types.ts';
import type { Exit, Expression, ParentNeed, Target, Test } from '../compiledFlow.ts';
import type { FlowRun } from '../flowRun.ts';
import type { FlowType } from '../flowType.ts';
import type { Interview } from '../interview.ts';

/** One thing that can be chosen, as it stood on the screen. */
export interface ChoiceOption {
  /** A choice's name, or `<choice set>.<id or value>`. */
  readonly key: string;
  readonly label: string;
  readonly value: FieldValue;
  /** Of a chosen record: what goes into variables, by the place of the assignment. */
  readonly outputs?: readonly FieldValue[];
}

/** Where the options of a choice or choice set come from. */
export interface OptionSource {
  readonly name: string;
  readonly needs: readonly ParentNeed[];
  /** Asks for them when the screen is reached; undefined when that failed and the interview has faulted. */
  options(interview: Interview, run: FlowRun): readonly ChoiceOption[] | undefined;
  /** Takes what goes into variables when one of them is chosen; undefined: nothing is. */
  take?(interview: Interview, option: ChoiceOption | undefined): void;
}

export interface CompiledChoices {
  readonly sources: readonly OptionSource[];
  readonly multiple: boolean;
  /** Name of the choice that is chosen at first. */
  readonly defaultChoice: string | undefined;
  /** Place of the keys of what is chosen, as a JSON list. */
  readonly keySlot: number;
}

/** A place where a person writes or chooses. */
export interface CompiledInput {
  readonly slot: number;
  readonly type: FlowType & { readonly kind: 'value' };
  readonly initial: Expression | undefined;
  readonly validation: { readonly valid: Expression; readonly message: Expression } | undefined;
  readonly choices: CompiledChoices | undefined;
  /** Field of a record: written into it beside the slot. */
  readonly target: Target | undefined;
}

/** An attribute of a component that the flow sets, reads, or both. */
export interface CompiledAttribute {
  readonly name: string;
  readonly type: FlowType;
  readonly slot: number;
  readonly given: Expression | undefined;
  readonly target: Target | undefined;
}

export interface CompiledComponent {
  /** `flowruntime:email`, `c:starRating` */
  readonly name: string;
  readonly attributes: readonly CompiledAttribute[];
}

/** One thing on a screen, ready to be shown. */
export interface CompiledField {
  readonly definition: ScreenField;
  readonly text: Expression;
  readonly help: Expression | undefined;
  readonly visibility: Test | undefined;
  readonly disabled: Expression | undefined;
  readonly readOnly: Expression | undefined;
  readonly input: CompiledInput | undefined;
  readonly component: CompiledComponent | undefined;
  readonly fields: readonly CompiledField[];
}

/** A screen, ready to be shown. */
export interface CompiledScreen {
  readonly definition: ScreenElement;
  readonly help: Expression | undefined;
  readonly pausedText: Expression | undefined;
  readonly backLabel: Expression | undefined;
  readonly nextOrFinishLabel: Expression | undefined;
  readonly pauseLabel: Expression | undefined;
  readonly fields: readonly CompiledField[];
  readonly exit: Exit;
  /** Place of the options that stood on the screen: JSON, lists by field name. */
  readonly optionsSlot: number;
  /** Place that tells whether the screen was shown before. */
  readonly shownSlot: number;
}

/** Every field of a screen, those inside sections included. */
export function allFields(fields: readonly CompiledField[]): readonly CompiledField[] {
  return fields.flatMap((field) => [field, ...allFields(field.fields)]);
}
