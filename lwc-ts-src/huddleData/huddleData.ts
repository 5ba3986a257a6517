export { figureVariables, listVariables } from './filters';
export { FIGURE_QUERY, readFigures, type FigureData, type HuddleFigures, type WeekFigures } from './figureQuery';
export {
  LIST_QUERY,
  MOST_ROWS,
  readLists,
  type DetractorNode,
  type HuddleLists,
  type ListData,
  type OpenNode,
  type ResolvedNode,
} from './listQuery';
export { FEWEST_ANSWERS, reasonMoves, type ReasonMove, type ReasonMoves } from './reasonMoves';
export { HUDDLE_DAYS, huddleDays, type Stretch } from './stretches';
