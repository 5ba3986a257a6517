import { LightningElement, api, wire } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { gql, graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { getObjectInfo, type ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import { ANSWER } from 'c/answerFigures';
import type { CardState } from 'c/cardFrame';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { countLabel, fill, formatDate, formatRelative } from 'c/pulseWording';
import type { FeedItem } from 'c/wallFeed';
import type { WallFigure, WallSplit } from 'c/wallFigures';
import type { RadarItem } from 'c/wallRadar';
import { Heartbeat } from './heartbeat';
import { feedItem, radarItem, timeText } from './items';
import { isOld } from './refreshLoop';
import { wallFigures, wallSplit } from './views';
import { WakeLock } from './wakeLock';
import { UNLINKED_QUERY, wallQuery, type Privacy, type UnlinkedData, type WallData } from './wallQuery';
import { LABELS } from './labels';

const SECONDS = 30;
const NPS_DAYS = 90;

/** New answers and the figures of the day, for a screen on the wall. */
export default class LiveWall extends LightningElement {
  /** Heading, from the page's design; the label when left empty. */
  @api cardTitle: string | undefined;

  /** Seconds between two refreshes. */
  @api refreshSeconds: number | undefined;

  /** How many days the NPS looks back. */
  @api npsDays: number | undefined;

  @api showAccounts = false;
  @api showContacts = false;
  @api showOwners = false;
  @api showComments = false;

  labels = LABELS;
  now = Date.now();
  isFull = false;
  notice = '';
  news = '';

  private shown: WallData['uiapi'] | undefined;
  private unlinkedCount = 0;
  private updatedAt: number | undefined;
  private error: unknown;
  private isClosed = false;
  private failures = 0;
  private knownIds: ReadonlySet<string> | undefined;
  private newIds: ReadonlySet<string> = new Set();
  private refreshWire: (() => Promise<void>) | undefined;
  private refreshUnlinked: (() => Promise<void>) | undefined;
  /** False for a moment, so that a wire whose first reading failed reads anew. */
  private isAsking = true;
  private readonly wakeLock = new WakeLock();
  private readonly heartbeat = new Heartbeat({
    seconds: () => this.seconds,
    timeZone: TIME_ZONE,
    refresh: async () => this.readAgain(),
    onTick: (now) => this.tick(now),
  });

  @wire(graphql, { query: '$query' })
  wiredWall({ data, errors, refresh }: GraphQLResult<WallData>): void {
    if (!data && !errors) return;
    this.refreshWire = refresh;
    const isWhole = data !== undefined && data.uiapi.query.feed !== null && data.uiapi.aggregate.today !== null;
    if (isWhole) this.show(data.uiapi);
    else this.error = errors;
    this.heartbeat.noteResult(isWhole);
    this.failures = this.heartbeat.failures;
  }

  @wire(graphql, { query: '$unlinkedQuery' })
  wiredUnlinked({ data, refresh }: GraphQLResult<UnlinkedData>): void {
    this.refreshUnlinked = refresh;
    if (data) this.unlinkedCount = data.uiapi.aggregate.unlinked?.totalCount ?? 0;
  }

  @wire(getObjectInfo, { objectApiName: '$objectInDoubt' })
  wiredInfo({ error }: ObjectInfoResult): void {
    this.isClosed = isNoAccess(error);
  }

  override connectedCallback(): void {
    this.heartbeat.start();
  }

  override disconnectedCallback(): void {
    this.heartbeat.stop();
    void this.wakeLock.release();
  }

  get query(): GraphQLDocument | undefined {
    if (!this.isAsking) return undefined;
    return gql`
      ${wallQuery(this.privacy, this.days)}
    `;
  }

  get unlinkedQuery(): GraphQLDocument {
    return gql`
      ${UNLINKED_QUERY}
    `;
  }

  /** A query that names what the user may not see fails as if it did not exist: the object itself says whether it is so. */
  get objectInDoubt(): string | undefined {
    return this.error !== undefined && !this.shown ? ANSWER : undefined;
  }

  get heading(): string {
    return this.cardTitle || LABELS.title;
  }

  get state(): CardState {
    if (this.shown) return 'ready';
    if (this.isClosed || isNoAccess(this.error)) return 'noAccess';
    return this.error === undefined ? 'loading' : 'error';
  }

  get stateTitle(): string | undefined {
    return this.state === 'error' ? LABELS.errorTitle : undefined;
  }

  get stateText(): string | undefined {
    return this.state === 'error' ? errorText(this.error) || undefined : undefined;
  }

  get figures(): WallFigure[] {
    return this.shown ? wallFigures(this.shown, this.days) : [];
  }

  get split(): WallSplit | undefined {
    return this.shown && wallSplit(this.shown);
  }

  get feed(): FeedItem[] {
    return (this.shown?.query.feed?.edges ?? []).map(({ node }) => feedItem(node, this.now, this.newIds.has(node.Id)));
  }

  get radar(): RadarItem[] {
    return (this.shown?.query.radar?.edges ?? []).map(({ node }) => radarItem(node, this.now));
  }

  get radarCount(): number {
    return this.shown?.query.radar?.totalCount ?? this.radar.length;
  }

  get unlinkedText(): string {
    return this.unlinkedCount === 0 ? '' : countLabel(this.unlinkedCount, LABELS.unlinkedOne, LABELS.unlinkedMany);
  }

  get dateText(): string {
    return formatDate(new Date(this.now).toISOString());
  }

  get clockText(): string {
    return timeText(this.now);
  }

  /** Two refreshes that fail, or figures that have grown old, are told; one alone comes right by itself. */
  get isLost(): boolean {
    return this.failures > 1 || !navigator.onLine || isOld(this.updatedAt, this.now, this.seconds);
  }

  get lostText(): string {
    return fill(LABELS.lost, this.updatedTime);
  }

  get tryingText(): string {
    return fill(LABELS.trying, formatRelative(new Date(Math.max(this.heartbeat.nextAt, this.now + 1000)).toISOString(), this.now));
  }

  get updatedText(): string {
    return fill(LABELS.updated, this.updatedTime);
  }

  get fullScreenLabel(): string {
    return this.isFull ? LABELS.leaveFullScreen : LABELS.fullScreen;
  }

  get fullScreenIcon(): string {
    return this.isFull ? 'utility:contract_alt' : 'utility:expand_alt';
  }

  get wallClass(): string {
    return this.isFull ? 'wall full' : 'wall';
  }

  refresh(): void {
    this.heartbeat.now();
  }

  async toggleFullScreen(): Promise<void> {
    this.notice = '';
    try {
      if (this.isFull) await document.exitFullscreen();
      else await this.template?.querySelector<HTMLElement>('.wall')?.requestFullscreen();
    } catch {
      this.notice = LABELS.noFullScreen;
    }
  }

  changeFullScreen(): void {
    this.isFull = document.fullscreenElement !== null;
    if (this.isFull) void this.wakeLock.hold();
    else void this.wakeLock.release();
  }

  private get seconds(): number {
    return this.refreshSeconds ?? SECONDS;
  }

  private get days(): number {
    return Math.max(1, this.npsDays ?? NPS_DAYS);
  }

  private get updatedTime(): string {
    return this.updatedAt === undefined ? '' : timeText(this.updatedAt);
  }

  private get privacy(): Privacy {
    const { showAccounts, showContacts, showOwners, showComments } = this;
    return { showsAccounts: showAccounts, showsContacts: showContacts, showsOwners: showOwners, showsComments: showComments };
  }

  private tick(now: number): void {
    const isNextMinute = Math.trunc(now / 60_000) !== Math.trunc(this.now / 60_000);
    const wasLost = this.isLost;
    this.failures = this.heartbeat.failures;
    // Nothing on the wall changes within a minute but the words of a lost connection: drawing costs the screen's computer.
    if (isNextMinute || wasLost || this.failures > 0) this.now = now;
    // The screen's lock is lost whenever the page was in the back.
    if (this.isFull && isNextMinute && document.visibilityState === 'visible') void this.wakeLock.hold();
  }

  private async readAgain(): Promise<boolean> {
    const before = this.updatedAt;
    void this.refreshUnlinked?.();
    if (this.refreshWire) {
      await this.refreshWire();
      return this.updatedAt !== before;
    }
    this.isAsking = false;
    await Promise.resolve();
    this.isAsking = true;
    return false;
  }

  private show(data: WallData['uiapi']): void {
    const ids = (data.query.feed?.edges ?? []).map(({ node }) => node.Id);
    const fresh = this.knownIds ? ids.filter((id) => this.knownIds?.has(id) !== true) : [];
    this.newIds = new Set(fresh);
    this.knownIds = new Set([...(this.knownIds ?? []), ...ids].slice(-1000));
    this.news = fresh.length > 0 ? countLabel(fresh.length, LABELS.newOne, LABELS.newMany) : '';
    this.shown = data;
    this.now = Date.now();
    this.updatedAt = this.now;
    this.error = undefined;
  }
}
