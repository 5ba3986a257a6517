// Generated from lwc-ts-src/answerChange/labels.ts by `npm run build:lwc`. Change the source, not this file.
import exclude from '@salesforce/label/c.Pulse_Answer_Exclude';
import include from '@salesforce/label/c.Pulse_Answer_Include';
import release from '@salesforce/label/c.Pulse_Answer_Release';
import excludeText from '@salesforce/label/c.Pulse_Answer_Exclude_Text';
import includeText from '@salesforce/label/c.Pulse_Answer_Include_Text';
import releaseText from '@salesforce/label/c.Pulse_Answer_Release_Text';
import excluded from '@salesforce/label/c.Pulse_Answer_Excluded';
import included from '@salesforce/label/c.Pulse_Answer_Included';
import released from '@salesforce/label/c.Pulse_Answer_Released';
import why from '@salesforce/label/c.Pulse_Answer_Why';
import whyNeeded from '@salesforce/label/c.Pulse_Answer_Why_Needed';
import failed from '@salesforce/label/c.Pulse_Answer_Change_Failed';
import cancel from '@salesforce/label/c.Pulse_Cancel';
/** Every word of the form. */
export const LABELS = { why, whyNeeded, failed, cancel };
/** The words of each change. */
export const CHANGES = {
    Exclude: { heading: exclude, text: excludeText, done: excluded },
    Include: { heading: include, text: includeText, done: included },
    Release: { heading: release, text: releaseText, done: released },
};
