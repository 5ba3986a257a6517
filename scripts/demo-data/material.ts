import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseComments, type Comment } from './comments';
import type { Story } from './stories';

/** A company of the demo, and how its customers' mood goes. */
export interface Company {
  readonly name: string;
  /** ISO code. */
  readonly country: string;
  readonly city: string;
  readonly industry: string;
  readonly story: Story;
}

/** Somebody in sales who owns accounts. */
export interface Seller {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
  readonly active: boolean;
  readonly countries: readonly string[];
}

/** A survey of the demo. */
export interface SurveyPlan {
  readonly key: string;
  readonly topic: string;
  readonly name: string;
  readonly program: 'Relational' | 'Transactional';
  readonly question: string;
  readonly followUpDueHours: number;
  readonly channels: readonly string[];
}

/** Names to make people of, by language. */
export interface People {
  readonly firstNames: Readonly<Record<string, readonly string[]>>;
  readonly lastNames: Readonly<Record<string, readonly string[]>>;
  readonly titles: readonly string[];
}

/** Everything that was written by hand for the demo. */
export interface Material {
  readonly companies: readonly Company[];
  readonly sellers: readonly Seller[];
  readonly surveys: readonly SurveyPlan[];
  readonly people: People;
  readonly comments: readonly Comment[];
}

/** Reads the files of `config/demo`. */
export function readMaterial(folder = 'config/demo'): Material {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const texts = join(folder, 'comments');
  return {
    companies: json('companies.json') as readonly Company[],
    sellers: json('users.json') as readonly Seller[],
    surveys: json('surveys.json') as readonly SurveyPlan[],
    people: json('people.json') as People,
    comments: readdirSync(texts)
      .sort()
      .flatMap((name) => parseComments(name.replace(/\.txt$/u, ''), readFileSync(join(texts, name), 'utf8'))),
  };
}
