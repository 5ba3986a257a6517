import type { FieldAnswer, ScreenFieldModel, ScreenModel, WireValue } from '../../../flow/screens/screenModel.ts';

/** What stands in the fields of a screen, by the name under which it is answered. */
export type ScreenValues = Readonly<Record<string, WireValue>>;

/** What the fields hold when the screen comes up. */
export function valuesOf(screen: ScreenModel): ScreenValues {
  return Object.fromEntries(flatFields(screen.fields).flatMap(valuesOfField));
}

function valuesOfField(field: ScreenFieldModel): readonly (readonly [string, WireValue])[] {
  if (field.kind === 'input') return [[field.name, field.value]];
  if (field.kind !== 'component') return [];
  return Object.entries(field.attributes).map(([name, value]) => [`${field.name}.${name}`, value]);
}

/** The screen with what a person has given since: an answer of the server must not take it away. */
export function withValues(screen: ScreenModel, values: ScreenValues): ScreenModel {
  return { ...screen, fields: screen.fields.map((field) => fieldWith(field, values)) };
}

function fieldWith(field: ScreenFieldModel, values: ScreenValues): ScreenFieldModel {
  switch (field.kind) {
    case 'text':
      return field;
    case 'input':
      return { ...field, value: values[field.name] ?? field.value };
    case 'component': {
      const attributes = Object.entries(field.attributes).map(([name, value]) => {
        const given = name === 'value' ? values[`${field.name}.${name}`] : undefined;
        return [name, given ?? value] as const;
      });
      return { ...field, attributes: Object.fromEntries(attributes) };
    }
    case 'section':
      return {
        ...field,
        columns: field.columns.map((column) => ({ ...column, fields: column.fields.map((one) => fieldWith(one, values)) })),
      };
  }
}

/** What goes to the server: everything that stands there. */
export function answersOf(values: ScreenValues): readonly FieldAnswer[] {
  return Object.entries(values).map(([field, value]) => ({ field, value }));
}

/** Every field of a screen, those inside sections included. */
export function flatFields(fields: readonly ScreenFieldModel[]): readonly ScreenFieldModel[] {
  return fields.flatMap((field) =>
    field.kind === 'section' ? [field, ...field.columns.flatMap((column) => flatFields(column.fields))] : [field],
  );
}

/** `Label: what is wrong` of each field that the server did not take. */
export function errorsOf(screen: ScreenModel): readonly string[] {
  return flatFields(screen.fields).flatMap((field) => {
    const error = 'error' in field ? field.error : undefined;
    if (error === undefined) return [];
    const label = field.kind === 'input' ? field.label : field.kind === 'component' ? labelOf(field.attributes['label']) : '';
    return [label === '' ? plainText(error) : `${label}: ${plainText(error)}`];
  });
}

function labelOf(value: WireValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Flow Builder writes messages as rich text, and fields show plain ones. */
export function plainText(html: string): string {
  return html.includes('<') ? new DOMParser().parseFromString(html, 'text/html').body.textContent.trim() : html;
}
