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
  /** The team, by which figures are compared. */
  readonly department: string;
  /** Key of the manager, to whom late follow-ups are escalated. */
  readonly manager?: string;
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

/** A place of the customer's journey where answers are asked for; in the order of the journey. */
export interface TouchpointPlan {
  /** The text that surveys and answers carry. */
  readonly key: string;
  /** Key of the user who leads it. */
  readonly lead: string;
  readonly description: string;
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
  readonly touchpoints: readonly TouchpointPlan[];
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
    touchpoints: json('touchpoints.json') as readonly TouchpointPlan[],
    people: json('people.json') as People,
    comments: readdirSync(texts)
      .sort()
      .flatMap((name) => parseComments(name.replace(/\.txt$/u, ''), readFileSync(join(texts, name), 'utf8'))),
  };
}
