import { LightningElement } from 'lwc';

export default class BenchEmptyCard extends LightningElement {}
