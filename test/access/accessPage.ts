import { readFileSync } from 'node:fs';

/** What the page says of one permission set and one object: letters of `RCEDVM`. */
export type Letters = string;

interface FieldRule {
  readonly readBy: readonly string[];
  readonly editedBy: readonly string[];
}

/** docs/guide/access.md, as a machine reads it. */
export class AccessPage {
  /** The sets in the order of the page, by their last word: `Admin`, `User`... */
  readonly sets: readonly string[];
  readonly #objects: ReadonlyMap<string, ReadonlyMap<string, Letters>>;
  readonly #fields: ReadonlyMap<string, FieldRule>;

  private constructor(objects: readonly (readonly string[])[], fields: readonly (readonly string[])[]) {
    const [head = [], , ...rows] = objects;
    this.sets = head.slice(1);
    this.#objects = new Map(
      rows.map(([name = '', ...letters]) => [bare(name), new Map(letters.map((text, at) => [this.sets[at] ?? '', text]))]),
    );
    this.#fields = new Map(
      fields
        .slice(2)
        .flatMap(([object = '', names = '', readBy = '', editedBy = '']) =>
          names
            .split(', ')
            .map((name): [string, FieldRule] => [`${bare(object)}.${bare(name)}`, { readBy: listed(readBy), editedBy: listed(editedBy) }]),
        ),
    );
  }

  /** @throws Error when a table is not where it belongs */
  static read(file: string): AccessPage {
    const text = readFileSync(file, 'utf8');
    return new AccessPage(tableBelow(text, '## Objects'), tableBelow(text, '## Fields'));
  }

  get objects(): readonly string[] {
    return [...this.#objects.keys()];
  }

  /** Every field that the page names, as `Object.Field__c`. */
  get namedFields(): readonly string[] {
    return [...this.#fields.keys()];
  }

  allows(set: string, object: string, letter: string): boolean {
    return this.#objects.get(object)?.get(set)?.includes(letter) ?? false;
  }

  reads(set: string, object: string, field: string): boolean {
    return this.#fields.get(`${object}.${field}`)?.readBy.includes(set) ?? this.allows(set, object, 'R');
  }

  edits(set: string, object: string, field: string): boolean {
    const rule = this.#fields.get(`${object}.${field}`);
    if (rule !== undefined) return rule.editedBy.includes(set);
    return set === 'Admin' && (this.allows(set, object, 'C') || this.allows(set, object, 'E'));
  }
}

function tableBelow(text: string, heading: string): readonly (readonly string[])[] {
  const [, below] = text.split(`\n${heading}\n`);
  if (below === undefined) throw new Error(`The page has no heading "${heading}".`);
  const lines = below.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'));
  return lines.slice(start, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function bare(name: string): string {
  return name.replaceAll('`', '');
}

function listed(cell: string): readonly string[] {
  return cell === '-' ? [] : cell.split(', ');
}
