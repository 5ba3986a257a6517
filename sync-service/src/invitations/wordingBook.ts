import { rowsOf, type InvitationOrg } from './org/invitationOrg.ts';
import { listOf } from './org/queries.ts';
import { versionRecord, type VersionRecord } from './org/records.ts';
import type { Wording } from './sender.ts';

/** Most wordings that are kept in memory. */
const mostKept = 500;

/** The wordings of survey versions. A version never changes, so each is read once. */
export class WordingBook {
  readonly #org: InvitationOrg;
  readonly #known = new Map<string, Wording>();

  constructor(org: InvitationOrg) {
    this.#org = org;
  }

  /** Reads the versions that are not known yet. */
  async learn(wanted: readonly { readonly surveyId: string; readonly version: number }[]): Promise<void> {
    const missing = wanted.filter(({ surveyId, version }) => !this.#known.has(keyOf(surveyId, version)));
    if (missing.length === 0) return;
    if (this.#known.size > mostKept) this.#known.clear();
    const surveys = [...new Set(missing.map(({ surveyId }) => surveyId))];
    const versions = [...new Set(missing.map(({ version }) => version))];
    const [rows = []] = await this.#org.query(
      'SELECT Survey__c, Version__c, Question__c, ScaleLow__c, ScaleHigh__c, Question1__c, Question2__c, Question3__c, Question4__c, Question5__c ' +
        `FROM PulseSurveyVersion__c WHERE Survey__c IN ${listOf(surveys)} AND Version__c IN (${versions.join(', ')})`,
    );
    for (const row of rowsOf(versionRecord, rows)) this.#known.set(keyOf(row.Survey__c, row.Version__c), wordingOf(row));
  }

  of(surveyId: string | undefined, version: number | undefined): Wording | undefined {
    return surveyId === undefined || version === undefined ? undefined : this.#known.get(keyOf(surveyId, version));
  }
}

function keyOf(surveyId: string, version: number): string {
  return `${surveyId}:${version}`;
}

function wordingOf(row: VersionRecord): Wording {
  const further = [row.Question1__c, row.Question2__c, row.Question3__c, row.Question4__c, row.Question5__c];
  return {
    ...(row.Question__c === undefined ? {} : { question: row.Question__c }),
    ...(row.ScaleLow__c === undefined ? {} : { scaleLow: row.ScaleLow__c }),
    ...(row.ScaleHigh__c === undefined ? {} : { scaleHigh: row.ScaleHigh__c }),
    furtherQuestions: further.filter((question) => question !== undefined),
  };
}
