// Generated from lwc-ts-src/answerFile/answerFile.ts by `npm run build:lwc`. Change the source, not this file.
import answer from '@salesforce/label/c.Pulse_Column_Answer';
import date from '@salesforce/label/c.Pulse_Column_Date';
import rating from '@salesforce/label/c.Pulse_Column_Rating';
import touchpoint from '@salesforce/label/c.Pulse_Filter_Touchpoint';
import program from '@salesforce/label/c.Pulse_Filter_Program';
import person from '@salesforce/label/c.Pulse_Column_Person';
import comment from '@salesforce/label/c.Pulse_Column_Comment';
import reasons from '@salesforce/label/c.Pulse_Reasons';
import status from '@salesforce/label/c.Pulse_Column_Status';
import followUp from '@salesforce/label/c.Pulse_Follow_Up';
import owner from '@salesforce/label/c.Pulse_Column_Owner';
import LOCALE from '@salesforce/i18n/locale';
import { csvDelimiter, csvText, fileName, offerFile } from 'c/safeCsv';
const COLUMNS = [
    { heading: answer, cell: (row) => row.name },
    { heading: date, cell: (row) => row.date },
    { heading: rating, cell: (row) => row.rating },
    { heading: touchpoint, cell: (row) => row.touchpoint },
    { heading: program, cell: (row) => row.programLabel },
    { heading: person, cell: (row) => row.contactName },
    { heading: comment, cell: (row) => row.comment },
    { heading: reasons, cell: (row) => row.reasons.map(({ text }) => text).join('; ') },
    { heading: status, cell: (row) => row.setAside || row.erased },
    { heading: followUp, cell: (row) => row.followUp?.stateText ?? '' },
    { heading: owner, cell: (row) => row.followUp?.ownerName ?? '' },
];
/** Hands the rows to the person as a file named after a card and the day. @returns forgets the file */
export function offerAnswers(link, heading, rows) {
    const name = fileName(heading, new Date().toISOString().slice(0, 10));
    return offerFile(link, name, answerText(rows, csvDelimiter(LOCALE)));
}
/** The rows as a CSV file, in their order; columns in which nobody has anything are left out. */
export function answerText(rows, delimiter) {
    const columns = COLUMNS.filter(({ cell }) => rows.some((row) => cell(row) !== '' && cell(row) !== null));
    const headings = columns.map(({ heading }) => heading);
    return csvText(headings, rows.map((row) => columns.map(({ cell }) => cell(row))), delimiter);
}
