import { setTimeout as delay } from 'node:timers/promises';
import type { TestVersion } from './answers.ts';
import type { TestOrg } from './org.ts';
import { RunningService, type ServeOptions } from './runningService.ts';
import type { Schedule } from './schedule.ts';
import { Story, type Played } from './story.ts';
import { deliver, type Message } from './webhooks.ts';

/** Messages that platforms send at the same time. */
const senders = 4;

/**
 * Platforms send webhooks, out of order and some of them twice, while workers are killed and requests to the org fail. In the end
 * everything acknowledged is in the org or a dead letter, and dead letters that are replayed arrive as well.
 */
export async function playServe(schedule: Schedule, org: TestOrg, source: string, options: ServeOptions = {}): Promise<Played> {
  const story = await Story.open(schedule, org, source);
  const service = new RunningService(story, options);
  try {
    await service.start();
    await Promise.all([sendAll(story, service), service.killAll(schedule.kills), crashSoon(options, story.random)]);
    const deadIds = [...story.poison().keys()].sort();
    await service.untilSettled(deadIds);
    story.calm();
    const balance = await service.untilSettled(deadIds);
    story.proxy.poison(new Map());
    if (deadIds.length > 0) {
      await service.replay();
      const replayed = await service.untilSettled([]);
      if (replayed.lost.length > 0) story.complaints.push(`replayed dead letters never arrived: ${replayed.lost.join(' ')}`);
      if (replayed.doubled.length > 0) story.complaints.push(`replayed dead letters are doubled: ${replayed.doubled.join(' ')}`);
    }
    await service.stop();
    return story.played(balance);
  } finally {
    await service.stop();
    await story.close();
  }
}

async function crashSoon({ crashDatabase }: ServeOptions, random: () => number): Promise<void> {
  if (crashDatabase === undefined) return;
  await delay(random() * 1_500);
  await crashDatabase();
}

/** Sends all answers and their changes in random order, a tenth of them twice. */
export async function sendAll(story: Story, service: RunningService): Promise<void> {
  const { messages, again } = messagesOf(story);
  const queue = [...messages, ...again];
  const receiver = { url: () => service.url(), source: story.source, secret: story.secret };
  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (let message = queue.shift(); message !== undefined; message = queue.shift()) await deliver(message, receiver, story.ledger);
    }),
  );
}

function messagesOf({ schedule, random, version, source }: Story): { readonly messages: Message[]; readonly again: Message[] } {
  const versions = Array.from({ length: schedule.answers }, (_, index) => index).flatMap((index): TestVersion[] =>
    random() < schedule.changed ? [version(index, 0), version(index, 1)] : [version(index, 0)],
  );
  const shuffled = versions.map((one) => ({ one, place: random() })).sort((a, b) => a.place - b.place);
  const messages: Message[] = [];
  while (shuffled.length > 0) {
    const size = 1 + Math.floor(random() * 25);
    messages.push({ id: `${source}-${messages.length}`, versions: shuffled.splice(0, size).map(({ one }) => one) });
  }
  return { messages, again: messages.filter(() => random() < 0.1) };
}
