// Generated from lwc-ts-src/huddleData/huddleData.ts by `npm run build:lwc`. Change the source, not this file.
export { figureVariables, listVariables } from './filters';
export { FIGURE_QUERY, readFigures } from './figureQuery';
export { LIST_QUERY, MOST_ROWS, readLists, } from './listQuery';
export { FEWEST_ANSWERS, reasonMoves } from './reasonMoves';
export { HUDDLE_DAYS, huddleDays } from './stretches';
