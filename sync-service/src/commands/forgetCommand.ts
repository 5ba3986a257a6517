import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Config } from '../config/configSchema.ts';
import { SetupError } from '../errors.ts';
import { filesMentioning } from '../files/mentions.ts';
import { personKeys } from '../person.ts';
import { say, withStore, type CommandWorld, type CommonFlags } from './world.ts';
import { counted } from './words.ts';

export interface ForgetFlags extends CommonFlags {
  /** Without being asked. */
  readonly yes?: boolean;
}

/** What a person is known by, told from what was typed. */
type Clue = { readonly email: string } | { readonly phone: string } | { readonly contactId: string } | { readonly respondent: string };

/**
 * Erases a person from the store: payloads, answers, sendings. The org's part is its own: its button *Forget person*.
 * @param person an e-mail address, a phone number with +, the id of a contact, or `<source>:<respondent>`
 */
export async function forgetCommand(person: string, flags: ForgetFlags, world: CommandWorld): Promise<number> {
  const clue = clueOf(person.trim());
  const [kind = ''] = Object.keys(clue);
  if (flags.yes !== true && !(await confirmed(kind, world))) return 1;
  const { files, ...erased } = await withStore(flags, world, {}, async (store, { config }) => ({
    ...(await store.forgetPerson(keysOf(clue, config), words(clue))),
    files: filesMentioning(config.watch, words(clue)),
  }));
  say(world, flags, { by: kind, ...erased, files }, () =>
    [
      `Erased from the store: ${counted(erased.answers, 'answer')}, ${counted(erased.deliveries, 'delivery', 'deliveries')}. The same answers are not taken in again.`,
      'In Salesforce the person is still there: open the contact or lead, Forget person. The survey platform and backups of the store have their own copies.',
      ...(files.length === 0
        ? []
        : [`These files of watched folders still name the person:\n${files.map((file) => `  ${file}`).join('\n')}`]),
    ].join('\n'),
  );
  return 0;
}

function clueOf(person: string): Clue {
  if (/^[^\s@]+@[^\s@]+$/.test(person)) return { email: person };
  if (/^\+[\d\s()./-]{6,}$/.test(person)) return { phone: person };
  if (/^003[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/.test(person)) return { contactId: person };
  if (/^[^:\s]+:.+$/.test(person)) return { respondent: person };
  throw new SetupError(
    'Who? Give an e-mail address, a phone number with its country (+46...), the id of a contact (003...), or <source>:<respondent>.',
  );
}

function keysOf(clue: Clue, { sources, match }: Config): readonly string[] {
  if ('phone' in clue) return phoneKeys(clue.phone, match.phoneCountry);
  if (!('respondent' in clue)) {
    return personKeys(
      clue,
      sources.map(({ name }) => name),
    );
  }
  const at = clue.respondent.indexOf(':');
  return personKeys({ respondent: clue.respondent.slice(at + 1) }, [clue.respondent.slice(0, at)]);
}

/** Also as it is dialled at home, where answers without a country are taken to be from there. */
function phoneKeys(phone: string, home: string | undefined): readonly string[] {
  const number = parsePhoneNumberFromString(phone);
  const atHome = number?.country !== undefined && number.country === home ? [number.formatNational()] : [];
  return [phone, ...atHome].flatMap((written) => personKeys({ phone: written }, []));
}

function words(clue: Clue): readonly string[] {
  if ('email' in clue) return [clue.email];
  if ('phone' in clue) return [clue.phone, clue.phone.replace(/[^\d+]/g, '')];
  return 'contactId' in clue ? [clue.contactId.slice(0, 15)] : [];
}

async function confirmed(kind: string, { ask, print }: CommandWorld): Promise<boolean> {
  if (ask === undefined) throw new SetupError('Erasing cannot be undone. Say --yes to do it without being asked.');
  if (await ask.yesNo(`Erase everything the store has of the person with this ${kind}? This cannot be undone.`, false)) return true;
  print('Nothing was erased.');
  return false;
}
