import type { FieldValues } from '../../schema/types.ts';
import type { WantedRows } from './keepRows.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** What every org has from its first day: business hours around the clock, the standard price book, the licence of its users. */
export function platformRows(): readonly WantedRows[] {
  const allDay: FieldValues = Object.fromEntries(
    DAYS.flatMap(
      (day) =>
        [
          [`${day}StartTime`, 0],
          [`${day}EndTime`, 0],
        ] as const,
    ),
  );
  return [
    made('BusinessHours', 'IsDefault', { Name: 'Default', IsActive: true, IsDefault: true, TimeZoneSidKey: 'Europe/London', ...allDay }),
    made('Pricebook2', 'IsStandard', { Name: 'Standard Price Book', IsStandard: true, IsActive: true }),
    made('UserLicense', 'LicenseDefinitionKey', {
      LicenseDefinitionKey: 'SFDC',
      Name: 'Salesforce',
      MasterLabel: 'Salesforce',
      Status: 'Active',
      TotalLicenses: 100,
      UsedLicenses: 2,
    }),
  ];
}

/** Made once; what people then say of it stays. */
function made(object: string, key: string, values: FieldValues): WantedRows {
  return { object, key: [key], rows: [values], othersStay: true, madeOnce: true };
}
