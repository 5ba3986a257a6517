import type { FlowDataType } from '../../metadata/flowTypes.ts';

/** What a component on a screen takes and gives: the data type of each attribute, by its name. */
export type ScreenComponentAttributes = ReadonlyMap<string, ScreenAttributeType>;

export interface ScreenAttributeType {
  readonly dataType: FlowDataType;
  /** Of records. */
  readonly objectType?: string;
  readonly isCollection: boolean;
}

const single = (dataType: FlowDataType): ScreenAttributeType => ({ dataType, isCollection: false });
const text = single('String');
const flag = single('Boolean');
const number = single('Number');

function attributes(own: Readonly<Record<string, ScreenAttributeType>>): ScreenComponentAttributes {
  return new Map(Object.entries({ label: text, disabled: flag, ...own }));
}

/** The platform's own screen components that run here (Help, "Standard Flow Screen Components"). */
export const standardScreenComponents: ReadonlyMap<string, ScreenComponentAttributes> = new Map([
  ['flowruntime:email', attributes({ value: text, placeholder: text, required: flag, readonly: flag })],
  ['flowruntime:phone', attributes({ value: text, placeholder: text, pattern: text, required: flag, readonly: flag })],
  ['flowruntime:url', attributes({ value: text, placeholder: text, pattern: text, required: flag, readonly: flag })],
  ['flowruntime:toggle', attributes({ value: flag, messageToggleActive: text, messageToggleInactive: text })],
  ['flowruntime:slider', attributes({ value: number, min: number, max: number, step: number, size: text })],
]);
