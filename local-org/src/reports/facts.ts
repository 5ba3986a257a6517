import type { PartMeasure } from './measures.ts';

export type FactPart = number | string | null;

/** What is known of the rows of one group, or of where a group of each side meet. */
export interface Facts {
  rows: number;
  /** One for each part measure. */
  readonly parts: FactPart[];
  /** One list for each level measure: what its statement told. */
  readonly levels: (readonly FactPart[] | undefined)[];
}

/** A group of one side while a report is put together. */
export class GroupNode {
  readonly id: number;
  readonly depth: number;
  /** The grouping's value as its statement gave it. */
  readonly raw: FactPart;
  readonly parent: GroupNode | undefined;
  readonly children = new Map<string, GroupNode>();
  /** In their order, once they are sorted. */
  sorted: readonly GroupNode[] = [];
  /** Place among its siblings, once they are sorted; -1 before, and for a group that was cut off. */
  index = -1;

  constructor(id: number, raw: FactPart, parent: GroupNode | undefined) {
    this.id = id;
    this.raw = raw;
    this.parent = parent;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
  }

  /** This group and those that hold it, the outermost (the total) first. */
  path(): readonly GroupNode[] {
    return this.parent === undefined ? [this] : [...this.parent.path(), this];
  }
}

/** The groups of one side. */
export class GroupSide {
  readonly root = new GroupNode(0, null, undefined);
  readonly #keyOf: (level: number, raw: FactPart) => string;
  #nodes = 1;

  /** @param keyOf equal for values that are one group */
  constructor(keyOf: (level: number, raw: FactPart) => string) {
    this.#keyOf = keyOf;
  }

  /** The groups that hold a row with these values, the total first. */
  path(values: readonly FactPart[]): readonly GroupNode[] {
    const path = [this.root];
    let node = this.root;
    for (const [level, raw] of values.entries()) {
      const key = this.#keyOf(level, raw);
      let child = node.children.get(key);
      if (child === undefined) {
        child = new GroupNode(this.#nodes, raw, node);
        this.#nodes += 1;
        node.children.set(key, child);
      }
      path.push(child);
      node = child;
    }
    return path;
  }
}

/** The facts of every pair of groups. */
export class FactTable {
  readonly #measures: readonly PartMeasure[];
  readonly #levels: number;
  readonly #rows = new Map<number, Map<number, Facts>>();

  constructor(measures: readonly PartMeasure[], levels: number) {
    this.#measures = measures;
    this.#levels = levels;
  }

  /** Adds a group's rows to all groups that hold it. */
  add(down: readonly GroupNode[], across: readonly GroupNode[], rows: number, parts: readonly FactPart[]): void {
    for (const one of down) {
      for (const other of across) {
        const facts = this.#facts(one, other);
        facts.rows += rows;
        for (const [index, { fold }] of this.#measures.entries())
          facts.parts[index] = folded(fold, facts.parts[index] ?? null, parts[index] ?? null);
      }
    }
  }

  /** Adds numbers to a level measure of all groups that hold a group. */
  addLevel(down: readonly GroupNode[], across: readonly GroupNode[], measure: number, values: readonly FactPart[]): void {
    for (const one of down) {
      for (const other of across) {
        const { levels } = this.#facts(one, other);
        const known = levels[measure];
        levels[measure] = values.map((value, index) => folded('add', known?.[index] ?? null, value));
      }
    }
  }

  /** The facts where two groups meet; those of no rows where nothing does. */
  at(down: GroupNode, across: GroupNode): Facts {
    return this.#rows.get(down.id)?.get(across.id) ?? this.#none();
  }

  #facts(down: GroupNode, across: GroupNode): Facts {
    let row = this.#rows.get(down.id);
    if (row === undefined) this.#rows.set(down.id, (row = new Map<number, Facts>()));
    let facts = row.get(across.id);
    if (facts === undefined) row.set(across.id, (facts = this.#none()));
    return facts;
  }

  #none(): Facts {
    return { rows: 0, parts: this.#measures.map(() => null), levels: Array.from({ length: this.#levels }, () => undefined) };
  }
}

function folded(fold: PartMeasure['fold'], one: FactPart, other: FactPart): FactPart {
  if (one === null) return other;
  if (other === null) return one;
  switch (fold) {
    case 'add':
      return Number(one) + Number(other);
    case 'least':
      return one < other ? one : other;
    case 'greatest':
      return one > other ? one : other;
  }
}
