import { LightningElement, api, wire } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { gql, graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { getPicklistValues, type PicklistValuesResult } from 'lightning/uiObjectInfoApi';
import type { Choice, Chosen, Option } from 'c/choiceBar';
import {
  answersWhere,
  BOARD_QUERY,
  boardVariables,
  groupsQuery,
  ratingsVariables,
  RATINGS_QUERY,
  readBoard,
  readGroups,
  readRatings,
  readRevenue,
  REVENUE_QUERY,
  revenueVariables,
  SEGMENT_FIELD,
  type BoardData,
  type BoardFigures,
  type Grouping,
  type GroupsData,
  type RatingsData,
  type RevenueData,
  type RevenueFigures,
  type Selection,
  type Touchpoint,
} from 'c/npsQueries';
import { fill, formatDayRange } from 'c/pulseWording';
import { answered, askedAnew, WAITING, type Answer } from './answer';
import { boardCards, groupsCard, ratingsCard, revenueCards, type Groups } from './boardViews';
import {
  ALL_SEGMENTS,
  groupingOf,
  GROUPING_OPTIONS,
  measureOf,
  measureOptions,
  periodOf,
  PERIOD_OPTIONS,
  RELATIONAL,
  segmentOf,
  segmentOptions,
  withTouchpoints,
} from './choices';
import { LABELS } from './labels';
import { periodDays, type Period, type PeriodDays } from './period';

const BOARD = gql`
  ${BOARD_QUERY}
`;
const RATINGS = gql`
  ${RATINGS_QUERY}
`;
const REVENUE = gql`
  ${REVENUE_QUERY}
`;

type ChoiceName = 'measure' | 'period' | 'segment';

/** The record type of objects without record types. */
const MASTER_RECORD_TYPE = '012000000000000AAA';

/** NPS, and touchpoint NPS, of all customers: what it is, how sure it is, where it comes from and what follows. */
export default class NpsBoard extends LightningElement {
  /** `Everything` or `Summary`. */
  @api scope: string | undefined;

  /** What is chosen at the beginning, from the page's design. */
  @api
  get defaultPeriod(): string {
    return this.period;
  }
  set defaultPeriod(period: string | undefined) {
    this.period = periodOf(period);
  }

  @api
  get defaultGrouping(): string {
    return this.grouping;
  }
  set defaultGrouping(grouping: string | undefined) {
    this.grouping = groupingOf(grouping);
  }

  labels = LABELS;
  groupingOptions = GROUPING_OPTIONS;
  segmentField = SEGMENT_FIELD;
  recordTypeId = MASTER_RECORD_TYPE;

  period: Period = periodOf(undefined);
  grouping: Grouping = groupingOf(undefined);
  measure = RELATIONAL;
  segment = ALL_SEGMENTS;

  private now = Date.now();
  private segments: readonly Option[] = [];
  /** Met so far: one that was chosen stays among the choices. */
  private touchpoints: readonly Touchpoint[] = [];
  private board: Answer<BoardFigures> = WAITING;
  /** What the board's figures are of: another measure may be on its way. */
  private boardMeasure = RELATIONAL;
  private ratings: Answer<(rated: number) => number[]> = WAITING;
  private groups: Answer<Groups> = WAITING;
  private revenue: Answer<RevenueFigures> = WAITING;
  /** From which revenue on customers are read: raised where there are more than one query gives. */
  private leastRevenue: number | undefined;

  @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: '$segmentField' })
  wiredSegments({ data }: PicklistValuesResult): void {
    if (data) this.segments = data.values.map(({ label, value }) => ({ label, value }));
  }

  @wire(graphql, { query: '$boardQuery', variables: '$boardVariables' })
  wiredBoard(result: GraphQLResult<BoardData>): void {
    this.board = answered(this.board, result, (data) => readBoard(data, this.now));
    if (result.data || result.errors) this.boardMeasure = this.measure;
    const { touchpoints = [] } = this.board.figures ?? {};
    this.touchpoints = withTouchpoints(this.touchpoints, touchpoints);
  }

  @wire(graphql, { query: '$ratingsQuery', variables: '$ratingsVariables' })
  wiredRatings(result: GraphQLResult<RatingsData>): void {
    this.ratings = answered(this.ratings, result, (data) => (rated: number) => readRatings(data, rated));
  }

  @wire(graphql, { query: '$groupsQuery', variables: '$groupsVariables' })
  wiredGroups(result: GraphQLResult<GroupsData>): void {
    this.groups = answered(this.groups, result, (data) => ({ groupedBy: this.grouping, groups: readGroups(data) }));
  }

  @wire(graphql, { query: '$revenueQuery', variables: '$revenueVariables' })
  wiredRevenue(result: GraphQLResult<RevenueData>): void {
    this.revenue = answered(this.revenue, result, readRevenue);
    const { figures } = this.revenue;
    if (figures?.isCut && this.leastRevenue === undefined) this.leastRevenue = figures.leastRevenue;
  }

  boardQuery = BOARD;
  ratingsQuery = RATINGS;

  get groupsQuery(): GraphQLDocument | undefined {
    if (this.isSummary) return undefined;
    return gql`
      ${groupsQuery(this.grouping)}
    `;
  }

  get revenueQuery(): GraphQLDocument | undefined {
    return this.isSummary ? undefined : REVENUE;
  }

  get boardVariables(): Record<string, unknown> {
    const { span, prior } = this.days;
    return boardVariables(this.selection, span, prior, this.now);
  }

  get ratingsVariables(): Record<string, unknown> {
    return ratingsVariables(this.selection, this.days.span);
  }

  get groupsVariables(): Record<string, unknown> {
    const { span, prior } = this.days;
    return { now: answersWhere(this.selection, span), before: answersWhere(this.selection, prior) };
  }

  get revenueVariables(): Record<string, unknown> {
    return revenueVariables(this.selection, this.days.span, this.leastRevenue);
  }

  get isSummary(): boolean {
    return this.scope === 'Summary';
  }

  get hasDetails(): boolean {
    return !this.isSummary;
  }

  get gridClass(): string {
    return this.isSummary ? 'cards summary' : 'cards';
  }

  get choices(): Choice<ChoiceName>[] {
    return [
      { name: 'measure', label: LABELS.measure, value: this.measure, options: measureOptions(this.touchpoints) },
      { name: 'period', label: LABELS.period, value: this.period, options: PERIOD_OPTIONS },
      { name: 'segment', label: LABELS.segment, value: this.segment, options: segmentOptions(this.segments) },
    ];
  }

  /** "NPS (relational surveys)" or "Touchpoint NPS: Delivery": no figure stands without it. */
  get measureName(): string {
    return measureOptions(this.touchpoints).find(({ value }) => value === this.measure)?.label ?? '';
  }

  /** Follow-ups do not say their program: only a touchpoint tells some of them apart. */
  get followUpsHint(): string {
    return this.measure === RELATIONAL ? LABELS.followUpsAll : this.measureName;
  }

  get spanText(): string {
    const { days, priorDays } = this.days;
    return fill(LABELS.span, formatDayRange(...days), formatDayRange(...priorDays));
  }

  get cards() {
    return boardCards(this.measured, this.board, this.days.days);
  }

  get ratingsCard() {
    return ratingsCard(this.ratings, this.measured);
  }

  get groupsCard() {
    return groupsCard(this.groups);
  }

  get revenueCards() {
    return revenueCards(this.revenue, this.measured);
  }

  choose({ detail: { name, value } }: CustomEvent<Chosen<ChoiceName>>): void {
    this.ask(() => {
      if (name === 'measure') this.measure = value;
      else if (name === 'period') this.period = periodOf(value);
      else this.segment = value;
    });
  }

  changeGrouping(event: CustomEvent<{ value: string }>): void {
    this.ask(() => {
      this.grouping = groupingOf(event.detail.value);
    });
  }

  chooseTouchpoint(event: CustomEvent<string>): void {
    this.ask(() => {
      this.measure = event.detail;
    });
  }

  /** Reads all figures again. The board is asked for what is due by now, which is another question than before. */
  refresh(): void {
    const before = this.questions.board;
    this.ask(() => {
      this.now = Date.now();
    });
    const isSame = this.questions.board === before;
    for (const { refresh } of [...(isSame ? [this.board] : []), this.ratings, this.groups, this.revenue]) void refresh?.();
  }

  /** Changes what is asked. A wire whose question stays the same brings nothing, so nothing is waited for from it. */
  private ask(change: () => void): void {
    const [before, measure] = [this.questions, this.measure];
    change();
    const now = this.questions;
    // Under the name of another measure its own figures stand, or none.
    const keeps = this.measure === measure;
    if (now.board !== before.board) this.board = askedAnew(this.board, true);
    if (now.ratings !== before.ratings) this.ratings = askedAnew(this.ratings, keeps);
    if (now.groups !== before.groups) this.groups = askedAnew(this.groups, keeps);
    if (now.revenue !== before.revenue) this.revenue = askedAnew(this.revenue, keeps);
  }

  /** The board's figures where they are of the chosen measure. */
  private get measured(): Answer<BoardFigures> {
    return this.boardMeasure === this.measure ? this.board : askedAnew(this.board, false);
  }

  private get questions() {
    return {
      board: JSON.stringify(this.boardVariables),
      ratings: JSON.stringify(this.ratingsVariables),
      groups: JSON.stringify([this.grouping, this.groupsVariables]),
      revenue: JSON.stringify(this.revenueVariables),
    };
  }

  private get selection(): Selection {
    return { measure: measureOf(this.measure), segment: segmentOf(this.segment) };
  }

  private get days(): PeriodDays {
    return periodDays(this.period, this.now, TIME_ZONE);
  }
}
