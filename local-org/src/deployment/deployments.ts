import { setImmediate } from 'node:timers/promises';
import { MetadataError, type MetadataProblem } from '../errors.ts';
import { executedTypes } from '../metadata/executedTypes.ts';
import { shapeProblems } from '../metadata/shapeProblems.ts';
import type { Schema } from '../schema/types.ts';
import { plannedKeyPrefixes } from '../storage/bookkeeping.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { blame } from './blame.ts';
import { applyChanges, changesOf, type Candidate, type Change } from './changeSet.ts';
import { checkMetadata, type CheckedMetadata } from './checkMetadata.ts';
import { componentKey, type ComponentStore, type KeptComponent } from './componentStore.ts';
import { Findings } from './findings.ts';
import { placeOf } from './componentTypes.ts';
import { platformComponents } from './platformComponents.ts';
import { sourceOf } from './storeSource.ts';
import type { ComponentName, Deployments, DeployOutcome, DeployRequest, StoredComponent } from './types.ts';

/** What changes an org for a deployment. */
export interface DeploymentHost<Prepared> {
  readonly database: OrgDatabase;
  readonly components: ComponentStore;
  /** The schema of the org as it is. */
  readonly schema: () => Schema;
  /** Epoch milliseconds by the org's clock. */
  readonly now: () => number;
  /**
   * Makes beforehand what takes time, such as the pages.
   * @throws MetadataError
   */
  readonly prepare: (checked: CheckedMetadata) => Promise<Prepared>;
  /**
   * Makes the database fit the metadata; called within a transaction.
   * @returns what makes the change seen, called once the transaction is through
   * @throws MetadataError when the records do not allow it
   */
  readonly install: (checked: CheckedMetadata, prepared: Prepared, candidate: Candidate, request: DeployRequest) => () => void;
}

/** Undoes the transaction of a deployment that only checks; never leaves this module. */
class Undo extends Error {}

/** The org's metadata, changed by one deployment after another. */
export class OrgDeployments<Prepared> implements Deployments {
  readonly #host: DeploymentHost<Prepared>;
  /** What the check of the org as it is has told: warnings. */
  #problems: readonly MetadataProblem[];
  /** Paths of components of an executed type that are kept and do not run. */
  #notRunning: ReadonlySet<string>;
  #last: Promise<unknown> = Promise.resolve();

  /** @param problems of the check with which the org started */
  constructor(host: DeploymentHost<Prepared>, problems: readonly MetadataProblem[]) {
    this.#host = host;
    this.#problems = problems;
    this.#notRunning = notRunningOf(problems);
  }

  deploy(request: DeployRequest): Promise<DeployOutcome> {
    const outcome = this.#last.then(() => this.#deploy(request));
    this.#last = outcome.catch(() => undefined);
    return outcome;
  }

  list(type: string): readonly StoredComponent[] {
    const kept = [...this.#host.components.components.values()]
      .filter((component) => component.type === type)
      .map((component) => this.#stored(component));
    const names = new Set(kept.map((component) => component.fullName.toLowerCase()));
    const ofPlatform = platformComponents(type, this.#host.schema()).filter(({ fullName }) => !names.has(fullName.toLowerCase()));
    return [...kept, ...ofPlatform].sort((left, right) => (left.fullName < right.fullName ? -1 : left.fullName > right.fullName ? 1 : 0));
  }

  read(name: ComponentName): StoredComponent | undefined {
    const kept = this.#host.components.components.get(componentKey(name));
    if (kept !== undefined) return this.#stored(kept);
    return platformComponents(name.type, this.#host.schema()).find(
      ({ fullName }) => fullName.toLowerCase() === name.fullName.toLowerCase(),
    );
  }

  #stored(component: KeptComponent): StoredComponent {
    const { type, fullName } = component;
    const kept = wholeOrNotAtAll.has(type) && this.#notRunning.has(placeOf(type, fullName).path);
    return { ...component, runs: executedTypes.has(type) && !kept };
  }

  /** Tries what is left without the failing components until nothing fails: so each that depends on another says so itself. */
  async #deploy(request: DeployRequest): Promise<DeployOutcome> {
    const changes = changesOf(request);
    const findings = new Findings();
    let effects: Candidate['effects'] = new Map();
    for (;;) {
      request.signal?.throwIfAborted();
      const left = changes.filter((change) => !findings.isFailed(change));
      const wouldLand = !request.checkOnly && (findings.failures === 0 || !request.rollbackOnError);
      const tried = await this.#attempt(request, left, wouldLand);
      effects = new Map([...effects, ...tried.candidate.effects]);
      const before = findings.failures;
      findings.add(blame(tried.problems, tried.candidate));
      request.onProgress?.(changes.length - findings.failures, changes.length);
      if (findings.failures === before) {
        if (tried.problems.some(isError)) throw new MetadataError(tried.problems.filter(isError));
        break;
      }
      // Others ask how far it is, and go on with their work meanwhile.
      await setImmediate();
    }
    return findings.outcome(changes, effects, request.rollbackOnError);
  }

  async #attempt(
    request: DeployRequest,
    changes: readonly Change[],
    lands: boolean,
  ): Promise<{ readonly candidate: Candidate; readonly problems: readonly MetadataProblem[] }> {
    const { components, database } = this.#host;
    const now = Math.floor(this.#host.now() / 1000) * 1000;
    const newId = (type: string): string => components.newId(type);
    const candidate = applyChanges(components.components, changes, { userId: request.user.id, now, newId });
    if (changesNothing(candidate)) return { candidate, problems: this.#problems };
    const misshapen = shapesOf(candidate);
    if (misshapen.length > 0) return { candidate, problems: misshapen };
    const keyPrefixes = plannedKeyPrefixes(database);
    const { checked, problems } = checkMetadata(sourceOf(candidate.components.values()), keyPrefixes.of);
    if (checked === undefined) return { candidate, problems };
    try {
      const prepared = await this.#host.prepare(checked);
      request.signal?.throwIfAborted();
      const swap = database.transaction(() => {
        keyPrefixes.keep();
        components.write(candidate.components);
        components.keepRunningBundles(checked.site.bundles.map(({ name }) => name));
        const install = this.#host.install(checked, prepared, candidate, request);
        if (!lands) throw new Undo();
        return install;
      });
      components.adopt(candidate.components);
      this.#problems = problems;
      this.#notRunning = notRunningOf(problems);
      swap();
    } catch (error) {
      if (error instanceof MetadataError) return { candidate, problems: [...problems, ...error.problems] };
      if (!(error instanceof Undo)) throw error;
    }
    return { candidate, problems };
  }
}

function isError({ warning }: MetadataProblem): boolean {
  return warning !== true;
}

/** Types of which a warning says that the component as a whole does not run. */
const wholeOrNotAtAll: ReadonlySet<string> = new Set(['FlexiPage', 'Flow', 'LightningComponentBundle', 'ListView']);

function notRunningOf(problems: readonly MetadataProblem[]): ReadonlySet<string> {
  return new Set(problems.filter(({ message }) => message.includes('stored, not run')).map(({ file }) => file));
}

/** Whether the org would be as before: it was checked when it became so. */
function changesNothing({ effects }: Candidate): boolean {
  return [...effects.values()].every(({ outcome }) => outcome === 'unchanged' || outcome === 'missing');
}

/** What is new or changed and does not fit the type that the platform declares. */
function shapesOf({ effects }: Candidate): readonly MetadataProblem[] {
  return [...effects.values()].flatMap(({ change, outcome, component }) => {
    if (change.kind === 'remove' || outcome === 'unchanged' || component?.root === undefined) return [];
    const { path } = placeOf(component.type, component.fullName);
    return shapeProblems(component.type, component.root).map((problem) => ({ file: path, ...problem }));
  });
}
