import type { FieldTexts, LanguageTexts, ObjectTexts } from '../metadata/translations/languageTexts.ts';
import type { Field, Picklist, RecordType, Schema, SObjectType } from './types.ts';

const known = new WeakMap<Schema, Map<string, TranslatedSchema>>();

/**
 * The schema with the labels that somebody with this language reads: of objects, fields, help texts,
 * values and record types. API names and everything else are the same. The schema itself where nothing is translated.
 */
export function schemaInLanguage(schema: Schema, language: string): Schema {
  const texts = schema.setup?.translations?.of(language);
  if (texts === undefined) return schema;
  const perLanguage = known.get(schema) ?? new Map<string, TranslatedSchema>();
  known.set(schema, perLanguage);
  const translated = perLanguage.get(texts.language) ?? new TranslatedSchema(schema, texts);
  perLanguage.set(texts.language, translated);
  return translated;
}

/** The schema as it was before it was translated: what is compiled once for all languages belongs to this one. */
export function untranslated(schema: Schema): Schema {
  return schema instanceof TranslatedSchema ? schema.original : schema;
}

/** Translates a picklist that was met without its field and object: what compiled queries hold. */
const translators = new WeakMap<Picklist, (language: string) => Picklist>();

/** Remembers of each picklist how it is translated. Called once for a finished schema. */
export function keepPicklistTranslators({ objects, setup }: Schema): void {
  const translations = setup?.translations;
  if (translations === undefined || translations.languages.length === 0) return;
  for (const [name, { fields }] of objects) {
    for (const [key, { picklist }] of fields) {
      if (picklist === undefined) continue;
      translators.set(picklist, (language) => {
        const texts = translations.of(language);
        return texts === undefined ? picklist : translatePicklist(picklist, texts.objects.get(name)?.fields.get(key), texts);
      });
    }
  }
}

/** The label of a picklist's value for somebody with this language; the value itself when the picklist does not list it. */
export function valueLabel(picklist: Picklist | undefined, value: string, language: string): string {
  if (picklist === undefined) return value;
  const { values } = translators.get(picklist)?.(language) ?? picklist;
  return values.find((choice) => choice.value === value)?.label ?? value;
}

/** Whether the labels of a picklist's values differ from one language to another. */
export function isTranslated(picklist: Picklist): boolean {
  return translators.has(picklist);
}

/** Translates an object when it is first asked for. */
class TranslatedSchema implements Schema {
  readonly original: Schema;
  readonly #texts: LanguageTexts;
  readonly #objects = new Map<string, SObjectType>();
  #all: ReadonlyMap<string, SObjectType> | undefined;

  constructor(original: Schema, texts: LanguageTexts) {
    this.original = original;
    this.#texts = texts;
  }

  get objects(): ReadonlyMap<string, SObjectType> {
    this.#all ??= new Map([...this.original.objects].map(([key, object]) => [key, this.#translated(object)]));
    return this.#all;
  }

  object(name: string): SObjectType | undefined {
    const object = this.original.object(name);
    return object === undefined ? undefined : this.#translated(object);
  }

  objectOfId(id: string): SObjectType | undefined {
    const object = this.original.objectOfId(id);
    return object === undefined ? undefined : this.#translated(object);
  }

  get setup(): NonNullable<Schema['setup']> {
    const { setup } = this.original;
    if (setup === undefined) throw new Error('A schema without translations is not translated.');
    return setup;
  }

  get sharingRules(): NonNullable<Schema['sharingRules']> {
    return this.original.sharingRules ?? new Map();
  }

  #translated(object: SObjectType): SObjectType {
    const key = object.name.toLowerCase();
    const translated = this.#objects.get(key) ?? translateObject(object, this.#texts);
    this.#objects.set(key, translated);
    return translated;
  }
}

const NOTHING: ObjectTexts = { fields: new Map(), rules: new Map(), sections: new Map(), actions: new Map(), recordTypes: new Map() };

function translateObject(object: SObjectType, texts: LanguageTexts): SObjectType {
  const own = texts.objects.get(object.name.toLowerCase()) ?? NOTHING;
  const fields = new Map([...object.fields].map(([key, field]) => [key, translateField(object, key, field, own, texts)]));
  return {
    ...object,
    fields,
    label: own.singular ?? object.label,
    labelPlural: own.plural ?? object.labelPlural,
    recordTypes: object.recordTypes.map((type) => translateRecordType(type, own)),
  };
}

function translateField(object: SObjectType, key: string, field: Field, own: ObjectTexts, texts: LanguageTexts): Field {
  const found = own.fields.get(key);
  const isName = field.name === object.nameField;
  const label = found?.label ?? (isName ? own.nameField : undefined) ?? (field.custom ? undefined : texts.fieldsOfAll.get(key));
  const picklist = field.picklist === undefined ? undefined : translatePicklist(field.picklist, found, texts);
  if (label === undefined && found?.help === undefined && picklist === field.picklist) return field;
  return {
    ...field,
    label: label ?? field.label,
    ...(found?.help === undefined ? {} : { helpText: found.help }),
    ...(picklist === undefined ? {} : { picklist }),
  };
}

function translatePicklist(picklist: Picklist, field: FieldTexts | undefined, { valueSets }: LanguageTexts): Picklist {
  const texts = picklist.valueSetName === undefined ? field?.values : valueSets.get(picklist.valueSetName.toLowerCase());
  if (texts === undefined || texts.size === 0) return picklist;
  return { ...picklist, values: picklist.values.map((value) => ({ ...value, label: texts.get(value.label) ?? value.label })) };
}

function translateRecordType(type: RecordType, { recordTypes }: ObjectTexts): RecordType {
  const texts = recordTypes.get(type.name.toLowerCase());
  return texts === undefined ? type : { ...type, ...texts };
}
