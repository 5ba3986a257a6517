import { LightningElement, api, wire } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { gql, graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import type { CardState } from 'c/cardFrame';
import type { Choice, Chosen } from 'c/choiceBar';
import {
  FIGURE_QUERY,
  figureVariables,
  LIST_QUERY,
  listVariables,
  readFigures,
  readLists,
  type FigureData,
  type HuddleFigures,
  type HuddleLists,
  type ListData,
  type Stretch,
} from 'c/huddleData';
import type { PaperView } from 'c/huddlePaper';
import { errorText, isHiddenDocument, isNoAccess } from 'c/ldsErrors';
import { ALL, hourOptions, hoursOf, SHEET_OPTIONS, sheetOf, touchpointOptions, type Sheet } from './choices';
import { LABELS } from './labels';
import { shiftSheet, weeklySheet, type Occasion } from './sheets';

interface Paper extends HTMLElement {
  print(): void;
}

const LISTS = gql`
  ${LIST_QUERY}
`;
const FIGURES = gql`
  ${FIGURE_QUERY}
`;

type ChoiceName = 'sheet' | 'hours' | 'touchpoint';

const MILLISECONDS_AN_HOUR = 3_600_000;

/** The sheets for a weekly meeting and for the next shift: open follow-ups, new detractors, what was resolved, and what moved. */
export default class HuddleSummary extends LightningElement {
  /** Which sheet is shown at first, from the page's design: `weekly` or `shift`. */
  @api
  get defaultSheet(): string {
    return this.sheet;
  }
  set defaultSheet(sheet: string | undefined) {
    this.sheet = sheetOf(sheet);
  }

  /** How many hours a shift has, from the page's design. */
  @api
  get shiftHours(): number {
    return this.hours;
  }
  set shiftHours(hours: number | string | undefined) {
    this.hours = hoursOf(hours);
  }

  labels = LABELS;
  sheet: Sheet = sheetOf(undefined);
  hours = hoursOf(undefined);
  touchpoint = ALL;

  private now = Date.now();
  private lists: HuddleLists | undefined;
  private figures: HuddleFigures | undefined;
  private touchpoints: HuddleLists['touchpoints'] = [];
  private error: unknown;
  private isReading = true;
  private refreshLists: (() => Promise<void>) | undefined;
  private refreshFigures: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$listQuery', variables: '$listVariables' })
  wiredLists({ data, errors, refresh }: GraphQLResult<ListData>): void {
    this.refreshLists = refresh;
    if (data && !errors?.length) {
      this.lists = readLists(data);
      this.touchpoints = this.lists.touchpoints;
    }
    this.settle(data, errors);
  }

  @wire(graphql, { query: '$figureQuery', variables: '$figureVariables' })
  wiredFigures({ data, errors, refresh }: GraphQLResult<FigureData>): void {
    this.refreshFigures = refresh;
    if (data && !errors?.length) this.figures = readFigures(data);
    this.settle(data, errors);
  }

  listQuery = LISTS;

  get figureQuery(): GraphQLDocument | undefined {
    return this.isShift ? undefined : FIGURES;
  }

  get listVariables(): Record<string, unknown> {
    return listVariables(this.stretch, this.touchpointKey);
  }

  get figureVariables(): Record<string, unknown> {
    return figureVariables(this.touchpointKey);
  }

  get isShift(): boolean {
    return this.sheet === 'shift';
  }

  get heading(): string {
    return this.isShift ? LABELS.shift : LABELS.weekly;
  }

  get choices(): Choice<ChoiceName>[] {
    const hours = { name: 'hours', label: LABELS.period, value: String(this.hours), options: hourOptions(this.hours) } as const;
    return [
      { name: 'sheet', label: LABELS.sheet, value: this.sheet, options: SHEET_OPTIONS },
      ...(this.isShift ? [hours] : []),
      { name: 'touchpoint', label: LABELS.touchpoint, value: this.touchpoint, options: touchpointOptions(this.touchpoints) },
    ];
  }

  get state(): CardState {
    if (this.error !== undefined) return isHidden(this.error) ? 'noAccess' : 'error';
    return this.view === undefined ? 'loading' : 'ready';
  }

  get isNotReady(): boolean {
    return this.state !== 'ready';
  }

  get isBusy(): boolean {
    return this.isReading && this.view !== undefined;
  }

  get stateTitle(): string | undefined {
    return this.state === 'error' ? LABELS.errorTitle : undefined;
  }

  get stateText(): string | undefined {
    return this.state === 'error' ? errorText(this.error) || undefined : undefined;
  }

  get view(): PaperView | undefined {
    const { lists, figures, occasion } = this;
    if (lists === undefined) return undefined;
    if (this.isShift) return shiftSheet(lists, this.since, occasion);
    return figures === undefined ? undefined : weeklySheet(lists, figures, occasion);
  }

  choose({ detail: { name, value } }: CustomEvent<Chosen<ChoiceName>>): void {
    if (name === 'sheet') this.sheet = sheetOf(value);
    else if (name === 'hours') this.hours = hoursOf(value);
    else this.touchpoint = value;
    this.restart();
  }

  print(): void {
    this.template?.querySelector<Paper>('c-huddle-paper')?.print();
  }

  /** Reads everything again; what is shown stays until it is there. The hours of a shift end now. */
  refresh(): void {
    const before = this.since;
    this.isReading = true;
    this.error = undefined;
    this.now = Date.now();
    if (!this.isShift || this.since === before) void this.refreshLists?.();
    if (!this.isShift) void this.refreshFigures?.();
  }

  private get since(): string {
    return new Date(Math.floor(this.now / 60_000) * 60_000 - this.hours * MILLISECONDS_AN_HOUR).toISOString();
  }

  private get stretch(): Stretch {
    return this.isShift ? { kind: 'since', since: this.since } : { kind: 'days' };
  }

  private get touchpointKey(): string | undefined {
    return this.touchpoint === ALL ? undefined : this.touchpoint;
  }

  private get occasion(): Occasion {
    const touchpoint = this.touchpoints.find(({ key }) => key === this.touchpointKey)?.name;
    return { now: this.now, timeZone: TIME_ZONE, touchpoint };
  }

  /** Another sheet: what is shown would be of the other one. */
  private restart(): void {
    this.lists = undefined;
    this.figures = undefined;
    this.error = undefined;
    this.isReading = true;
  }

  private settle(data: unknown, errors: GraphQLResult<unknown>['errors']): void {
    if (!data && !errors) return;
    this.isReading = false;
    if (errors?.length) this.error = errors;
  }
}

function isHidden(error: unknown): boolean {
  return isNoAccess(error) || (Array.isArray(error) && isHiddenDocument(error));
}
