// Generated from lwc-ts-src/pulseSpreads/labels.ts by `npm run build:lwc`. Change the source, not this file.
import peopleTitle from '@salesforce/label/c.Pulse_People_Title';
import peopleOne from '@salesforce/label/c.Pulse_People_One';
import peopleMany from '@salesforce/label/c.Pulse_People_Many';
import touchpointsTitle from '@salesforce/label/c.Pulse_Touchpoints_Title';
import touchpointsOne from '@salesforce/label/c.Pulse_Touchpoints_One';
import touchpointsMany from '@salesforce/label/c.Pulse_Touchpoints_Many';
import spreadPart from '@salesforce/label/c.Pulse_Spread_Part';
import countAnswersOne from '@salesforce/label/c.Pulse_Count_Answers_One';
import countAnswersMany from '@salesforce/label/c.Pulse_Count_Answers_Many';
import lowestShown from '@salesforce/label/c.Pulse_Lowest_Shown';
/** Every word of the spreads that is not part of their data. */
export const LABELS = {
    peopleTitle,
    peopleOne,
    peopleMany,
    touchpointsTitle,
    touchpointsOne,
    touchpointsMany,
    spreadPart,
    countAnswersOne,
    countAnswersMany,
    lowestShown,
};
