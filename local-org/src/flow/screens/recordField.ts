import type { ScreenField } from '../../metadata/screens/screenTypes.ts';
import { schemaInLanguage } from '../../schema/schemaInLanguage.ts';
import type { Field } from '../../schema/types.ts';
import type { Expression } from '../compiledFlow.ts';
import type { ElementContext } from '../elements/context.ts';
import { fieldType } from '../flowType.ts';
import { FlowProblem, notRunHere } from '../problems.ts';
import { fieldOf } from '../recordPaths.ts';
import { picklistOptions } from './choices.ts';
import type { CompiledInput } from './compiledScreen.ts';

interface RecordField {
  readonly label: Expression;
  readonly help: Expression | undefined;
  readonly input: CompiledInput;
}

/** Types of fields that need another control than a screen has here. */
const notShown: ReadonlySet<string> = new Set(['reference', 'address', 'location', 'base64', 'time', 'encryptedstring', 'multipicklist']);

/** A field of a record variable on a screen: label, help, choices and what is required come from the object. */
export function compileRecordField(field: ScreenField, context: ElementContext): RecordField {
  const path = field.objectField ?? '';
  const [variable = '', name = ''] = path.split('.');
  const { scope } = context;
  const record = scope.slot(variable);
  if (record?.type.kind !== 'record') throw new FlowProblem(`"${path}" isn't a field of a record variable.`);
  const found = fieldOf(record.type.object, name);
  if (notShown.has(found.type)) throw notRunHere(`the field ${path} on a screen (${found.type})`);
  const type = fieldType(found);
  const keySlot = scope.addSlot({ kind: 'value', type: 'string' });
  const choices =
    found.picklist === undefined
      ? undefined
      : { sources: [picklistOptions(found.name, found, type)], multiple: false, defaultChoice: undefined, keySlot };
  const { object } = record.type;
  const help = found.helpText;
  const shown = (text: (field: Field) => string): Expression => ({
    type: { kind: 'value', type: 'string' },
    needs: [],
    evaluate: ({ context }) => {
      const seen = schemaInLanguage(scope.world.schema, context.globals.language).object(object.name);
      return text(seen?.fields.get(found.name.toLowerCase()) ?? found);
    },
  });
  return {
    label: shown(({ label }) => label),
    help: help === undefined ? undefined : shown(({ helpText }) => helpText ?? help),
    input: {
      slot: scope.addSlot(type),
      type,
      initial: scope.resolve(path, true),
      validation: undefined,
      choices,
      target: scope.target(path),
    },
  };
}
