import greenLabel from '@salesforce/label/c.Pulse_Band_Green';
import yellowLabel from '@salesforce/label/c.Pulse_Band_Yellow';
import redLabel from '@salesforce/label/c.Pulse_Band_Red';
import greenMeaning from '@salesforce/label/c.Pulse_Band_Green_Meaning';
import yellowMeaning from '@salesforce/label/c.Pulse_Band_Yellow_Meaning';
import redMeaning from '@salesforce/label/c.Pulse_Band_Red_Meaning';
import promoterLabel from '@salesforce/label/c.Pulse_Rating_Green_Meaning';
import passiveLabel from '@salesforce/label/c.Pulse_Rating_Yellow_Meaning';
import detractorLabel from '@salesforce/label/c.Pulse_Rating_Red_Meaning';

/** The values of the `Band__c` fields; they are data, the words shown are labels. */
export type Band = 'Green' | 'Yellow' | 'Red';

export type BandShape = 'circle' | 'triangle' | 'square';

/** How a band is shown: never by colour alone. */
export interface BandLook {
  readonly band: Band;
  readonly shape: BandShape;
  /** The band's name. */
  readonly label: string;
  /** What it says of a score, a mean of many answers. */
  readonly scoreMeaning: string;
  /** What it says of one answer. */
  readonly ratingMeaning: string;
}

const LOOKS: Readonly<Record<Band, BandLook>> = {
  Green: { band: 'Green', shape: 'circle', label: greenLabel, scoreMeaning: greenMeaning, ratingMeaning: promoterLabel },
  Yellow: { band: 'Yellow', shape: 'triangle', label: yellowLabel, scoreMeaning: yellowMeaning, ratingMeaning: passiveLabel },
  Red: { band: 'Red', shape: 'square', label: redLabel, scoreMeaning: redMeaning, ratingMeaning: detractorLabel },
};

/** Best band first, as filters list them. */
export const BANDS: readonly BandLook[] = [LOOKS.Green, LOOKS.Yellow, LOOKS.Red];

/** The look of a stored `Band__c`; undefined for a blank or an unknown value. */
export function bandLook(band: string | null | undefined): BandLook | undefined {
  return BANDS.find((look) => look.band === band);
}

/** The band of one rating from 0 to 10: 9 and 10 green, 7 and 8 yellow, 0 to 6 red. No rating has no band: missing is not 0. */
export function ratingBand(rating: number | null | undefined): Band | undefined {
  if (rating === null || rating === undefined) return undefined;
  if (rating >= 9) return 'Green';
  return rating >= 7 ? 'Yellow' : 'Red';
}

/** The band of a mean score against its own lines: the target, and where yellow begins. */
export function scoreBand(score: number, yellowFrom: number, target: number): Band {
  if (score >= target) return 'Green';
  return score >= yellowFrom ? 'Yellow' : 'Red';
}
