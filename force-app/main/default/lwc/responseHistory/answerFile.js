// Generated from lwc-ts-src/responseHistory/answerFile.ts by `npm run build:lwc`. Change the source, not this file.
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
import { csvText } from 'c/safeCsv';
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
/** The rows as a CSV file, in their order; columns in which nobody has anything are left out. */
export function answerFile(rows, delimiter) {
    const columns = COLUMNS.filter(({ cell }) => rows.some((row) => cell(row) !== '' && cell(row) !== null));
    const headings = columns.map(({ heading }) => heading);
    return csvText(headings, rows.map((row) => columns.map(({ cell }) => cell(row))), delimiter);
}
