import { texts } from '../page/texts.ts';
import type { TableWords } from './tableModel.ts';

/** The shell's words for tables of reports. */
export const tableWords: TableWords = { total: texts.reportTotal, subtotal: texts.reportSubtotal, yes: texts.yes, no: texts.no };
