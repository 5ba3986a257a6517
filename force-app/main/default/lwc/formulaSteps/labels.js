// Generated from lwc-ts-src/formulaSteps/labels.ts by `npm run build:lwc`. Change the source, not this file.
import band from '@salesforce/label/c.Pulse_Formula_Band';
import bandTitle from '@salesforce/label/c.Pulse_Band_Title';
import noise from '@salesforce/label/c.Pulse_Formula_Noise';
import nps from '@salesforce/label/c.Pulse_Formula_Nps';
import npsTitle from '@salesforce/label/c.Pulse_Nps_Title';
import priorMany from '@salesforce/label/c.Pulse_Formula_Prior_Many';
import priorOne from '@salesforce/label/c.Pulse_Formula_Prior_One';
import pulse from '@salesforce/label/c.Pulse_Formula_Pulse';
import pulseTitle from '@salesforce/label/c.Pulse_Pulse';
import scoreMany from '@salesforce/label/c.Pulse_Formula_Score_Many';
import scoreOne from '@salesforce/label/c.Pulse_Formula_Score_One';
import sound from '@salesforce/label/c.Pulse_Formula_Sound';
import tooFewMany from '@salesforce/label/c.Pulse_Formula_Too_Few_Many';
import tooFewOne from '@salesforce/label/c.Pulse_Formula_Too_Few_One';
import trend from '@salesforce/label/c.Pulse_Formula_Trend';
import trendTitle from '@salesforce/label/c.Pulse_Trend_Title';
/** Every word of the explanation. */
export const LABELS = {
    band,
    bandTitle,
    noise,
    nps,
    npsTitle,
    priorMany,
    priorOne,
    pulse,
    pulseTitle,
    scoreMany,
    scoreOne,
    sound,
    tooFewMany,
    tooFewOne,
    trend,
    trendTitle,
};
