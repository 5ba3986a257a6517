export type { Loop } from '../loop.ts';
