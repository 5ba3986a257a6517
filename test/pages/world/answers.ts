import type { AnswerLine } from './records';

const KIRSTEN = 'kirsten.holm@ravnsborg.example';
const JENS = 'jens.aagaard@ravnsborg.example';
const METTE = 'mette.skov@ravnsborg.example';

/** Rating, touchpoint and words of the falling customer in the window, newest first, one every eleven days. */
const FALLING: readonly (readonly [rating: number | '', touchpoint: string, comment: string])[] = [
  [6, 'Service', 'The technician was friendly, but it took three calls until somebody came.'],
  ['', 'Service', 'I would rather not give a number. Please call me.'],
  [7, 'Delivery', 'On time this week.'],
  [5, 'Delivery', 'Two pallets short, and the papers said otherwise.'],
  [8, 'Sales', 'Good advice on the new racks.'],
  [4, 'Delivery', 'Late again. Our shop had nothing to sell until noon.'],
  [9, 'Service', 'Repaired within the hour.'],
  [6, 'Delivery', 'The driver did not know where to unload.'],
  [7, 'Invoicing', 'The invoice was right at the second try.'],
  [9, 'Sales', 'Honest about what we do not need.'],
  [8, 'Service', 'Quick help on the phone.'],
  [10, 'Sales', ''],
  [7, 'Delivery', ''],
  [9, 'Invoicing', 'Clear and on time.'],
  [8, 'Relationship', 'All in all we are content.'],
  [9, 'Relationship', ''],
];

/** Everything that was answered more than four days before the pictures. */
export function earlierAnswers(): readonly AnswerLine[] {
  return [...fallingCustomer(), ...happyCustomer(), ...otherCustomers()];
}

/** What came last: unhappy answers of the falling customer, and one of the happy one. */
export function freshAnswers(): readonly AnswerLine[] {
  return [
    answer(
      'fresh-1',
      KIRSTEN,
      2,
      0.04,
      'Delivery',
      'The second delivery came on a Friday evening, when nobody was there to receive it. On Monday the goods were warm.',
      'Delivery;Communication',
    ),
    answer('fresh-2', 'sigrid@nordlys.example', 10, 0.1, 'Service', 'Thank you for the quick repair on Sunday.'),
    answer('fresh-3', 'olga@pine.example', 8, 0.15, 'Sales', 'Quick and friendly.'),
  ];
}

function fallingCustomer(): readonly AnswerLine[] {
  const people = [KIRSTEN, JENS, METTE];
  const recent = FALLING.map(([rating, touchpoint, comment], index) =>
    answer(
      `falling-${String(index)}`,
      people[index % 3] ?? KIRSTEN,
      rating,
      5 + index * 11,
      touchpoint,
      comment,
      Number(rating) <= 5 && rating !== '' ? 'Delivery' : '',
    ),
  );
  const autumn = Array.from({ length: 14 }, (_, index) =>
    answer(
      `autumn-${String(index)}`,
      people[index % 3] ?? KIRSTEN,
      7 + (index % 4),
      190 + index * 12,
      index % 3 === 0 ? 'Relationship' : 'Service',
    ),
  );
  const before = Array.from({ length: 22 }, (_, index) =>
    answer(
      `before-${String(index)}`,
      people[index % 3] ?? KIRSTEN,
      8 + (index % 3),
      372 + index * 15,
      index % 4 === 0 ? 'Relationship' : 'Sales',
    ),
  );
  return [...recent, ...autumn, ...before];
}

function happyCustomer(): readonly AnswerLine[] {
  return Array.from({ length: 36 }, (_, index) =>
    answer(
      `happy-${String(index)}`,
      'sigrid@nordlys.example',
      index % 9 === 8 ? 8 : 9 + (index % 2),
      6 + index * 18,
      (['Relationship', 'Delivery', 'Service'] as const)[index % 3] ?? 'Service',
      index % 6 === 0 ? 'Always a pleasure.' : '',
    ),
  );
}

function otherCustomers(): readonly AnswerLine[] {
  return [
    answer('few-1', 'olga@pine.example', 9, 30, 'Sales', 'Good advice.'),
    answer('few-2', 'olga@pine.example', 7, 80, 'Delivery'),
    ...[6, 8, 7, 9].map((rating, index) =>
      answer(`stale-${String(index)}`, 'bo@harbour.example', rating, 395 + index * 40, 'Relationship'),
    ),
    answer('unrated-1', 'will@windows.example', '', 40, 'Service', 'I cannot put this into a number, but I am glad that you came.'),
    answer(
      'long-1',
      'anna@donau.example',
      3,
      5,
      'Auftragsbestätigungsübermittlung',
      'Die Geschwindigkeitsbegrenzungsüberschreitungsbenachrichtigung kam erst nach drei Wochen.',
      'Lieferverzögerungsentschädigung',
    ),
    answer('long-2', 'anna@donau.example', 10, 60, 'Relationship', 'Wir sind zufrieden.'),
  ];
}

const SURVEYS: Readonly<Record<string, string>> = {
  Relationship: 'relationship',
  Sales: 'after-sales',
  Delivery: 'after-delivery',
  Service: 'after-service',
  Invoicing: 'after-invoicing',
};

function answer(
  id: string,
  email: string,
  rating: number | '',
  daysAgo: number,
  touchpoint: string,
  comment = '',
  reasons = '',
): AnswerLine {
  const survey = SURVEYS[touchpoint];
  const place = touchpoint === 'Relationship' ? '' : touchpoint;
  return { id, email, rating, daysAgo, touchpoint: place, comment, reasons, ...(survey === undefined ? {} : { survey }) };
}
