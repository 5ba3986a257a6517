// Generated from lwc-ts-src/huddleSummary/huddleSummary.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { gql, graphql } from 'lightning/graphql';
import { FIGURE_QUERY, figureVariables, LIST_QUERY, listVariables, readFigures, readLists, } from 'c/huddleData';
import { errorText, isHiddenDocument, isNoAccess } from 'c/ldsErrors';
import { ALL, hourOptions, hoursOf, SHEET_OPTIONS, sheetOf, touchpointOptions } from './choices';
import { LABELS } from './labels';
import { shiftSheet, weeklySheet } from './sheets';
const LISTS = gql `
  ${LIST_QUERY}
`;
const FIGURES = gql `
  ${FIGURE_QUERY}
`;
const MILLISECONDS_AN_HOUR = 3_600_000;
/** The sheets for a weekly meeting and for the next shift: open follow-ups, new detractors, what was resolved, and what moved. */
export default class HuddleSummary extends LightningElement {
    /** Which sheet is shown at first, from the page's design: `weekly` or `shift`. */
    @api
    get defaultSheet() {
        return this.sheet;
    }
    set defaultSheet(sheet) {
        this.sheet = sheetOf(sheet);
    }
    /** How many hours a shift has, from the page's design. */
    @api
    get shiftHours() {
        return this.hours;
    }
    set shiftHours(hours) {
        this.hours = hoursOf(hours);
    }
    labels = LABELS;
    sheet = sheetOf(undefined);
    hours = hoursOf(undefined);
    touchpoint = ALL;
    now = Date.now();
    lists;
    figures;
    touchpoints = [];
    error;
    isReading = true;
    refreshLists;
    refreshFigures;
    @wire(graphql, { query: '$listQuery', variables: '$listVariables' })
    wiredLists({ data, errors, refresh }) {
        this.refreshLists = refresh;
        if (data && !errors?.length) {
            this.lists = readLists(data);
            this.touchpoints = this.lists.touchpoints;
        }
        this.settle(data, errors);
    }
    @wire(graphql, { query: '$figureQuery', variables: '$figureVariables' })
    wiredFigures({ data, errors, refresh }) {
        this.refreshFigures = refresh;
        if (data && !errors?.length)
            this.figures = readFigures(data);
        this.settle(data, errors);
    }
    listQuery = LISTS;
    get figureQuery() {
        return this.isShift ? undefined : FIGURES;
    }
    get listVariables() {
        return listVariables(this.stretch, this.touchpointKey);
    }
    get figureVariables() {
        return figureVariables(this.touchpointKey);
    }
    get isShift() {
        return this.sheet === 'shift';
    }
    get heading() {
        return this.isShift ? LABELS.shift : LABELS.weekly;
    }
    get choices() {
        const hours = { name: 'hours', label: LABELS.period, value: String(this.hours), options: hourOptions(this.hours) };
        return [
            { name: 'sheet', label: LABELS.sheet, value: this.sheet, options: SHEET_OPTIONS },
            ...(this.isShift ? [hours] : []),
            { name: 'touchpoint', label: LABELS.touchpoint, value: this.touchpoint, options: touchpointOptions(this.touchpoints) },
        ];
    }
    get state() {
        if (this.error !== undefined)
            return isHidden(this.error) ? 'noAccess' : 'error';
        return this.view === undefined ? 'loading' : 'ready';
    }
    get isNotReady() {
        return this.state !== 'ready';
    }
    get isBusy() {
        return this.isReading && this.view !== undefined;
    }
    get stateTitle() {
        return this.state === 'error' ? LABELS.errorTitle : undefined;
    }
    get stateText() {
        return this.state === 'error' ? errorText(this.error) || undefined : undefined;
    }
    get view() {
        const { lists, figures, occasion } = this;
        if (lists === undefined)
            return undefined;
        if (this.isShift)
            return shiftSheet(lists, this.since, occasion);
        return figures === undefined ? undefined : weeklySheet(lists, figures, occasion);
    }
    choose({ detail: { name, value } }) {
        if (name === 'sheet')
            this.sheet = sheetOf(value);
        else if (name === 'hours')
            this.hours = hoursOf(value);
        else
            this.touchpoint = value;
        this.restart();
    }
    print() {
        this.template?.querySelector('c-huddle-paper')?.print();
    }
    /** Reads everything again; what is shown stays until it is there. The hours of a shift end now. */
    refresh() {
        const before = this.since;
        this.isReading = true;
        this.error = undefined;
        this.now = Date.now();
        if (!this.isShift || this.since === before)
            void this.refreshLists?.();
        if (!this.isShift)
            void this.refreshFigures?.();
    }
    get since() {
        return new Date(Math.floor(this.now / 60_000) * 60_000 - this.hours * MILLISECONDS_AN_HOUR).toISOString();
    }
    get stretch() {
        return this.isShift ? { kind: 'since', since: this.since } : { kind: 'days' };
    }
    get touchpointKey() {
        return this.touchpoint === ALL ? undefined : this.touchpoint;
    }
    get occasion() {
        const touchpoint = this.touchpoints.find(({ key }) => key === this.touchpointKey)?.name;
        return { now: this.now, timeZone: TIME_ZONE, touchpoint };
    }
    /** Another sheet: what is shown would be of the other one. */
    restart() {
        this.lists = undefined;
        this.figures = undefined;
        this.error = undefined;
        this.isReading = true;
    }
    settle(data, errors) {
        if (!data && !errors)
            return;
        this.isReading = false;
        if (errors?.length)
            this.error = errors;
    }
}
function isHidden(error) {
    return isNoAccess(error) || (Array.isArray(error) && isHiddenDocument(error));
}
