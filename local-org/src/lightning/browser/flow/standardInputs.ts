import type { ComponentFieldModel, InputModel, WireValue } from '../../../flow/screens/screenModel.ts';

/** An input as the shell draws it: those of screens, and the platform's own screen components. */
export interface DrawnInput extends Omit<InputModel, 'control'> {
  readonly control: InputModel['control'] | 'toggle' | 'slider';
  readonly placeholder?: string;
  readonly pattern?: string;
  readonly min?: WireValue;
  readonly max?: WireValue;
  readonly increment?: WireValue;
  readonly activeText?: string;
  readonly inactiveText?: string;
}

const controls: Readonly<Record<string, DrawnInput['control']>> = {
  'flowruntime:email': 'email',
  'flowruntime:phone': 'phone',
  'flowruntime:url': 'url',
  'flowruntime:toggle': 'toggle',
  'flowruntime:slider': 'slider',
};

/** One of the platform's own screen components as an input; undefined for a component of the org. */
export function standardInput({ name, component, attributes, error }: ComponentFieldModel): DrawnInput | undefined {
  const control = controls[component];
  if (control === undefined) return undefined;
  const text = (key: string): string => (typeof attributes[key] === 'string' ? attributes[key] : '');
  return {
    kind: 'input',
    name: `${name}.value`,
    control,
    label: text('label'),
    required: attributes['required'] === true,
    disabled: attributes['disabled'] === true,
    readOnly: attributes['readonly'] === true,
    value: attributes['value'] ?? null,
    placeholder: text('placeholder'),
    min: attributes['min'] ?? 0,
    max: attributes['max'] ?? 100,
    increment: attributes['step'] ?? 1,
    activeText: text('messageToggleActive') || 'Active',
    inactiveText: text('messageToggleInactive') || 'Inactive',
    ...(text('pattern') === '' ? {} : { pattern: text('pattern') }),
    ...(error === undefined ? {} : { error }),
  };
}
