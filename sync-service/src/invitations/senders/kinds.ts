import { z } from 'zod';
import type { InvitationSender } from '../sender.ts';
import { npsTodaySender } from './npsToday/npsTodaySender.ts';
import { npsTodaySenderSettings } from './npsToday/settings.ts';
import { webhookSenderSettings } from './webhook/settings.ts';
import { webhookSender } from './webhook/webhookSender.ts';

/** A sender's section of the configuration; `kind` tells which. A new kind is a folder beside these, and a line in each place here. */
export const senderSection = z.discriminatedUnion('kind', [webhookSenderSettings, npsTodaySenderSettings]);

export type SenderSection = z.output<typeof senderSection>;

/** Stands for the surveys that no sender names. */
export const otherSurveys = '';

/** A sender, and the surveys it is for (`otherSurveys` among them). */
export interface AssignedSender {
  readonly sender: InvitationSender;
  readonly surveys: readonly string[];
}

/** Keys of the surveys a section is for. */
export function surveysOf(section: SenderSection): readonly string[] {
  return section.kind === 'nps.today' ? Object.keys(section.campaigns) : (section.surveys ?? [otherSurveys]);
}

/** Opens the configured senders. @throws SetupError when a secret is not usable */
export function openSenders(sections: readonly SenderSection[]): readonly AssignedSender[] {
  return sections.map((section) => ({ sender: openSender(section), surveys: surveysOf(section) }));
}

function openSender(section: SenderSection): InvitationSender {
  switch (section.kind) {
    case 'webhook':
      return webhookSender(section);
    case 'nps.today':
      return npsTodaySender(section);
  }
}
