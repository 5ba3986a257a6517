import { SalesforceError } from '../../errors.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { CompiledElement, CompiledFlow } from '../compiledFlow.ts';
import { asValue } from '../data.ts';
import type { EngineServices } from '../engineServices.ts';
import { FlowFault } from '../faults.ts';
import { Interview } from '../interview.ts';
import { checkMayStart } from '../mayStart.ts';
import type { CompiledScreen } from './compiledScreen.ts';
import { goBackTo, keepInterview, restoreInterview, visitOf, type RestoreWorld, type VisitedScreen } from './interviewState.ts';
import { InterviewStore, type StoredInterview } from './interviewStore.ts';
import { outputVariables } from './outputVariables.ts';
import type { FieldAnswer, InterviewState, NavigationAction, ScreenModel } from './screenModel.ts';
import { fillInputs, type FlowArgument } from './flowArguments.ts';
import { runSegment } from './runSegment.ts';
import { showScreen } from './showScreen.ts';
import { checkAnswers, storeAnswers, takeAnswers, type FieldErrors } from './takeAnswers.ts';
import { visibleFields } from './visibleFields.ts';

interface RuntimeParts {
  readonly services: EngineServices;
  readonly versionOf: (flow: string) => number;
}

/** An answer of a page. */
export interface Navigation {
  readonly interviewId: string;
  readonly step: number;
  readonly action: NavigationAction;
  readonly fields: readonly FieldAnswer[];
}

/** An interview that a request has in its hands. */
interface Session {
  readonly id: string;
  readonly step: number;
  readonly root: CompiledFlow;
  readonly interview: Interview;
  readonly history: readonly VisitedScreen[];
}

/**
 * Runs screen flows for their users: from screen to screen, each stretch one
 * transaction. Between two screens an interview lives in the database; only who
 * started it can go on with it.
 */
export class FlowRuntime {
  readonly #flows: ReadonlyMap<string, CompiledFlow>;
  readonly #all: ReadonlyMap<string, CompiledFlow>;
  readonly #parts: RuntimeParts;
  readonly #store: InterviewStore;
  readonly #world: RestoreWorld;

  constructor(flows: readonly CompiledFlow[], parts: RuntimeParts) {
    this.#all = new Map(flows.map((flow) => [flow.name.toLowerCase(), flow]));
    this.#flows = new Map([...this.#all].filter(([, flow]) => flow.definition.hasScreens));
    this.#parts = parts;
    this.#store = new InterviewStore(parts.services.database);
    this.#world = { schema: parts.services.flowServices.schema, flow: (name) => this.#all.get(name.toLowerCase()) };
  }

  /** The active screen flow of a name. */
  flow(name: string): CompiledFlow | undefined {
    return this.#flows.get(name.toLowerCase());
  }

  /** What a screen flow is called in somebody's language: the title of its window. */
  labelOf(name: string, { language }: Pick<RequestUser, 'language'>): string {
    const texts = this.#world.schema.setup?.translations?.of(language)?.flows.get(name.toLowerCase());
    return texts?.label ?? this.flow(name)?.label ?? name;
  }

  /**
   * Starts a screen flow, or one without screens that people may start, which is then over at once.
   * @param strict whether an argument that is no input variable is an error; else it is passed over
   * @throws SalesforceError NOT_FOUND for a flow that is not there, INSUFFICIENT_ACCESS for one that the user may not start, INVALID_API_INPUT for arguments that do not fit
   */
  start(name: string, given: readonly FlowArgument[], user: RequestUser, strict = true): InterviewState {
    const flow = this.#startable(name);
    if (flow === undefined)
      throw new SalesforceError('NOT_FOUND', `The flow "${name}" doesn't exist, isn't active or is started by something else.`, {
        status: 404,
      });
    checkMayStart(flow, user);
    const { services } = this.#parts;
    const now = services.clock.now();
    this.#store.forgetOld(now);
    const recordId = given.find((argument) => argument.name === 'recordId')?.value;
    const interview = new Interview(flow, services.context(user, false), typeof recordId === 'string' ? recordId : null);
    interview.begin(flow.start.target);
    fillInputs(interview, flow, given, { services, user, strict });
    return this.#goOn({ id: this.#store.newId(), step: 0, root: flow, interview, history: [] }, user, !flow.definition.hasScreens);
  }

  /** A flow that `lightning-flow` takes: with screens, or without screens and without a trigger. */
  #startable(name: string): CompiledFlow | undefined {
    const flow = this.#all.get(name.toLowerCase());
    return flow?.definition.start.trigger === 'None' ? flow : undefined;
  }

  /** Takes an answer. @throws SalesforceError NOT_FOUND for an interview that has ended or is somebody else's */
  navigate({ interviewId, step, action, fields }: Navigation, user: RequestUser): InterviewState {
    const session = this.#open(this.#stored(interviewId, user), user);
    if (session === undefined) return this.#changed(interviewId, user);
    const screen = screenOf(session.interview);
    // A second click, or a page that was left open: what was answered already is not answered again.
    if (step !== session.step) return this.#shown(session, user, new Map());
    let errors: FieldErrors = new Map();
    const problem = this.#within(session, user, () => {
      errors = takeAnswers(screen, session.interview, fields, this.#world.schema);
    });
    if (problem !== undefined) return this.#failed(session, problem);
    switch (action) {
      case 'CHANGE':
        return this.#shown(session, user, new Map());
      case 'PAUSE':
        return this.#pause(session, screen, user);
      case 'BACK':
        return this.#back(session, screen, user);
      default:
        return this.#next(session, screen, errors, user);
    }
  }

  /** Goes on with an interview where it waits. @throws SalesforceError NOT_FOUND as `navigate` */
  resume(interviewId: string, user: RequestUser): InterviewState {
    const session = this.#open(this.#stored(interviewId, user), user);
    if (session === undefined) return this.#changed(interviewId, user);
    this.#keep(session, user, false);
    return this.#shown(session, user, new Map());
  }

  #next(session: Session, screen: CompiledScreen, errors: FieldErrors, user: RequestUser): InterviewState {
    const { interview } = session;
    const problem = this.#within(session, user, () => {
      const visible = visibleFields(screen, interview);
      checkAnswers(visible, interview, errors);
      if (errors.size === 0) storeAnswers(screen, visible, interview);
    });
    if (problem !== undefined) return this.#failed(session, problem);
    if (errors.size > 0) return this.#shown(session, user, errors);
    const endsWithScreen = isLast(session, screen);
    // The way back leads to the screen as it was answered.
    const history = [...session.history.slice(0, -1), visitOf(interview)];
    interview.waitsAt = undefined;
    interview.next = screen.exit.target;
    return this.#goOn({ ...session, history }, user, endsWithScreen);
  }

  #back(session: Session, screen: CompiledScreen, user: RequestUser): InterviewState {
    const earlier = session.history.slice(0, -1);
    const visit = earlier.at(-1);
    if (visit === undefined || !screen.definition.allowBack) return this.#shown(session, user, new Map());
    if (!goBackTo(session.interview, visit, this.#world)) return this.#changed(session.id, user);
    session.interview.waitsAt = undefined;
    return this.#goOn({ ...session, history: earlier.slice(0, -1) }, user, false);
  }

  #pause(session: Session, screen: CompiledScreen, user: RequestUser): InterviewState {
    if (!screen.definition.allowPause) return this.#shown(session, user, new Map());
    this.#keep(session, user, true);
    const pausedText = screen.pausedText === undefined ? '' : String(asValue(screen.pausedText.evaluate(session.interview)) ?? '');
    return { ...this.#state(session, 'PAUSED'), ...(pausedText === '' ? {} : { pausedText }) };
  }

  /** Runs to the next screen or to the end. @param endsWithScreen whether nothing comes behind the screen that was answered */
  #goOn(session: Session, user: RequestUser, endsWithScreen: boolean): InterviewState {
    const { interview, root } = session;
    const next = (): Session => ({ ...session, step: session.step + 1, history: [...session.history, visitOf(interview)] });
    const outcome = runSegment(interview, root, user, this.#parts.services, () => {
      if (interview.waitsAt === undefined) this.#store.forget(session.id);
      else this.#keep(next(), user, false);
    });
    if (outcome !== undefined) return this.#failed(session, outcome);
    if (interview.waitsAt !== undefined) return this.#shown(next(), user, new Map());
    return { ...this.#state(session, endsWithScreen ? 'FINISHED_SCREEN' : 'FINISHED'), interviewId: '' };
  }

  #shown(session: Session, user: RequestUser, errors: FieldErrors): InterviewState {
    const { interview } = session;
    const screen = screenOf(interview);
    let model: ScreenModel | undefined;
    const problem = this.#within(session, user, () => {
      model = showScreen(screen, interview, visibleFields(screen, interview), actionsOf(session, screen), errors);
    });
    if (problem !== undefined || model === undefined) return this.#failed(session, problem ?? '');
    return { ...this.#state(session, 'STARTED'), screen: model };
  }

  /** Does what reads the interview's records: their parents are there. @returns the fault, when there was one */
  #within({ interview }: Session, user: RequestUser, work: () => void): string | undefined {
    const { services } = this.#parts;
    return services.database.transaction(() => {
      try {
        services.newRun(user).loadParents(interview.waitsAt?.needs ?? [], [interview]);
        work();
        return undefined;
      } catch (error) {
        if (!(error instanceof FlowFault)) throw error;
        return error.message;
      }
    });
  }

  #stored(id: string, user: RequestUser): StoredInterview {
    const stored = this.#store.read(id);
    if (stored?.userId !== user.id)
      throw new SalesforceError('NOT_FOUND', 'This flow interview has ended, or it belongs to somebody else.', { status: 404 });
    return stored;
  }

  /** The interview as it waits; undefined when one of its flows has changed since. */
  #open(stored: StoredInterview, user: RequestUser): Session | undefined {
    const root = this.#all.get(stored.flow.toLowerCase());
    const same = Object.entries(stored.versions).every(
      ([flow, version]) => this.#all.has(flow.toLowerCase()) && this.#parts.versionOf(flow) === version,
    );
    if (root === undefined || !same) return undefined;
    const interview = restoreInterview(stored.state, root, this.#parts.services.context(user, false), this.#world);
    const { id, step, state } = stored;
    return interview === undefined ? undefined : { id, step, root, interview, history: state.history };
  }

  #keep({ id, step, root, interview, history }: Session, user: RequestUser, paused: boolean): void {
    const names = [
      root.name,
      interview.flow.name,
      ...interview.frames.map((frame) => frame.flow.name),
      ...history.map((visit) => visit.flow),
    ];
    const versions = Object.fromEntries(names.map((name) => [name, this.#parts.versionOf(name)]));
    const kept = { id, flow: root.name, userId: user.id, paused, step, versions, state: keepInterview(interview, history) };
    this.#store.keep(kept, this.#parts.services.clock.now());
  }

  #failed(session: Session, error: string): InterviewState {
    this.#store.forget(session.id);
    return { ...this.#state(session, 'ERROR'), interviewId: '', error };
  }

  #changed(id: string, user: RequestUser): InterviewState {
    const stored = this.#store.read(id);
    this.#store.forget(id);
    const error = 'This flow has changed since you started it. Start it again.';
    const flowName = stored?.flow ?? '';
    const about = { guid: stored?.state.guid ?? '', flowName, flowLabel: this.labelOf(flowName, user) };
    return { interviewId: '', step: 0, ...about, status: 'ERROR', error, outputVariables: [] };
  }

  #state({ id, step, root, interview }: Session, status: InterviewState['status']): InterviewState {
    const about = {
      interviewId: id,
      step,
      guid: interview.guid,
      flowName: root.name,
      flowLabel: this.labelOf(root.name, interview.context.globals),
    };
    return { ...about, status, outputVariables: outputVariables(root, interview) };
  }
}

function screenOf(interview: Interview): CompiledScreen {
  const screen = interview.waitsAt?.screen;
  if (screen === undefined) throw new Error('the interview waits at no screen');
  return screen;
}

/** Whether nothing comes behind a screen, not even in the flows that called its own. */
function isLast({ interview }: Session, { definition }: CompiledScreen): boolean {
  const follows = (element: CompiledElement, flow: CompiledFlow): boolean => {
    const found = flow.definition.elements.get(element.name);
    return found !== undefined && 'connector' in found && found.connector !== undefined;
  };
  return definition.connector === undefined && !interview.frames.some(({ element, flow }) => follows(element, flow));
}

/** The buttons. */
function actionsOf(session: Session, screen: CompiledScreen): ScreenModel['actions'] {
  const { allowBack, allowFinish, allowPause } = screen.definition;
  const forward = allowFinish ? [isLast(session, screen) ? ('FINISH' as const) : ('NEXT' as const)] : [];
  const back = allowBack && session.history.length > 1 ? (['BACK'] as const) : [];
  return [...back, ...(allowPause ? (['PAUSE'] as const) : []), ...forward];
}
