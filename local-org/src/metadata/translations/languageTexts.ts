/** Translations of a field. */
export interface FieldTexts {
  readonly label?: string;
  readonly help?: string;
  /** Name of the related list of its records. */
  readonly relationship?: string;
  /** By the label of the value in the field's own language. */
  readonly values: ReadonlyMap<string, string>;
}

/** A label with what explains it. */
export interface NameTexts {
  readonly label?: string;
  readonly description?: string;
}

/** Translations of an object and its parts; all names lower-cased. */
export interface ObjectTexts {
  readonly singular?: string;
  readonly plural?: string;
  readonly nameField?: string;
  readonly fields: ReadonlyMap<string, FieldTexts>;
  /** Messages of validation rules. */
  readonly rules: ReadonlyMap<string, string>;
  /** Headings of a layout's sections, by the name of the layout without its object, then by the heading itself as it is written. */
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly actions: ReadonlyMap<string, string>;
  readonly recordTypes: ReadonlyMap<string, NameTexts>;
}

/** Translations of a custom report type; sections and columns by the names that Salesforce gives them: label and token. */
export interface ReportTypeTexts extends NameTexts {
  readonly sections: ReadonlyMap<string, ReportSectionTexts>;
}

export interface ReportSectionTexts {
  readonly label?: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** Translations of a screen; those of fields by the name of the field. */
export interface ScreenTexts {
  readonly help?: string;
  readonly back?: string;
  readonly next?: string;
  readonly pause?: string;
  readonly paused?: string;
  readonly fields: ReadonlyMap<string, ScreenFieldTexts>;
}

export interface ScreenFieldTexts {
  readonly text?: string;
  readonly help?: string;
  readonly error?: string;
  readonly inputs: ReadonlyMap<string, string>;
}

/** Translations of a flow; names as they are written. */
export interface FlowTexts {
  readonly label?: string;
  readonly screens: ReadonlyMap<string, ScreenTexts>;
  readonly choices: ReadonlyMap<string, string>;
  /** Messages of Custom Error elements: by element, and by `element field` for those at a field. */
  readonly errors: ReadonlyMap<string, string>;
}

/** Everything that an org has in one language; all names but those inside flows are lower-cased. */
export interface LanguageTexts {
  /** As the platform writes it: `da`, `nl_NL`. */
  readonly language: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly apps: ReadonlyMap<string, NameTexts>;
  readonly tabs: ReadonlyMap<string, string>;
  /** Global quick actions. */
  readonly actions: ReadonlyMap<string, string>;
  readonly flows: ReadonlyMap<string, FlowTexts>;
  readonly objects: ReadonlyMap<string, ObjectTexts>;
  /** Custom report types, by their names as in package.xml. */
  readonly reportTypes: ReadonlyMap<string, ReportTypeTexts>;
  /** Labels of fields that every object has, such as its owner. */
  readonly fieldsOfAll: ReadonlyMap<string, string>;
  /** Values of global and standard value sets, by set, then by the value's label. */
  readonly valueSets: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The translations of an org. */
export interface OrgTranslations {
  /** Languages that something is translated into, sorted. */
  readonly languages: readonly string[];
  /** The texts that somebody with this language reads; undefined: everything as it is written. */
  of(language: string): LanguageTexts | undefined;
}

/** Nothing is translated. */
export const NO_TRANSLATIONS: OrgTranslations = { languages: [], of: () => undefined };

/**
 * The language whose translations somebody reads: their own, else the main one (`es` for `es_MX`, `nl_NL` for `nl_BE`).
 * The platform falls back in the same way between variants of a language.
 */
export function readLanguage(language: string, known: ReadonlySet<string>): string | undefined {
  const wanted = language.replace('-', '_');
  const main = wanted.split('_')[0] ?? wanted;
  return [wanted, main, ...(standIns[main] ?? [])].find((candidate) => known.has(candidate));
}

/** Languages that have a full name of their own stand in for their variants. */
const standIns: Readonly<Record<string, readonly string[]>> = { nl: ['nl_NL'], nb: ['no'], nn: ['no'] };
