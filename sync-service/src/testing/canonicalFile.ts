/** Text of a canonical CSV with so many answers: known contacts, unknown addresses, respondents and anonymous ones by turns. */
export function canonicalFile(answers: number): string {
  const rows = Array.from({ length: answers }, (_, index) => {
    const who =
      [`003000000000${String(100 + (index % 7))}AAA,,`, `,person${index % 50}@example.com,`, `,,visitor ${index % 40}`, ',,'][index % 4] ??
      '';
    const rating = index % 9 === 0 ? '' : String(index % 11);
    const day = String(1 + (index % 28)).padStart(2, '0');
    return `answer ${index},${who},${rating},"Comment, number ${index}",2024-0${1 + (index % 9)}-${day}T10:00:00Z,survey-${index % 2},${index % 3 === 0 ? 'price;speed' : ''}`;
  });
  return ['response_id,contact_id,email,respondent,rating,comment,responded_at,survey,reasons', ...rows, ''].join('\n');
}

/** The contacts that `canonicalFile` names. */
export const canonicalContacts = Array.from({ length: 7 }, (_, index) => ({
  Id: `003000000000${100 + index}AAA`,
  AccountId: `001000000000${100 + (index % 3)}AAA`,
  Email: `known${index}@example.com`,
  LastModifiedDate: '2024-01-01T00:00:00.000+0000',
}));
