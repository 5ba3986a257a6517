import type { Random } from './random';

/** How a customer feels about what was asked. */
export type Mood = 'promoter' | 'passive' | 'detractor';

/** A comment that fits one topic and mood. */
export interface Comment {
  readonly language: string;
  readonly topic: string;
  readonly mood: Mood;
  readonly reasons: readonly string[];
  readonly text: string;
}

/** The mood that a rating shows. */
export function moodOf(rating: number): Mood {
  if (rating >= 9) return 'promoter';
  return rating >= 7 ? 'passive' : 'detractor';
}

/**
 * Reads a file of comments: a heading `== Topic, mood`, then lines of `Reason; Reason | text`.
 * @throws Error naming language and line when a line is neither
 */
export function parseComments(language: string, content: string): readonly Comment[] {
  const comments: Comment[] = [];
  let topic: string | undefined;
  let mood: Mood | undefined;
  content.split('\n').forEach((line, index) => {
    const heading = /^== (\w+), (promoter|passive|detractor)$/u.exec(line);
    const [reasons, text] = line.split(' | ', 2);
    if (heading) [topic, mood] = [heading[1], heading[2] as Mood];
    else if (line.trim() === '') return;
    else if (topic !== undefined && mood !== undefined && reasons && text) {
      comments.push({ language, topic, mood, reasons: reasons.split('; '), text });
    } else throw new Error(`Comments in '${language}', line ${String(index + 1)}: expected a heading or "Reason | text".`);
  });
  return comments;
}

/** Hands out comments so that none comes again before all others of its kind have been used. */
export class CommentBox {
  readonly #random: Random;
  readonly #all = new Map<string, readonly Comment[]>();
  readonly #left = new Map<string, Comment[]>();

  constructor(comments: readonly Comment[], random: Random) {
    this.#random = random;
    for (const comment of comments) {
      const kind = kindOf(comment.language, comment.topic, comment.mood);
      this.#all.set(kind, [...(this.#all.get(kind) ?? []), comment]);
    }
  }

  take(language: string, topic: string, mood: Mood): Comment {
    const kind = kindOf(language, topic, mood);
    let left = this.#left.get(kind) ?? [];
    if (left.length === 0) left = this.#random.shuffle(this.#all.get(kind) ?? []);
    const comment = left.pop();
    if (!comment) throw new Error(`There is no comment of a ${mood} on ${topic} in '${language}'.`);
    this.#left.set(kind, left);
    return comment;
  }
}

function kindOf(language: string, topic: string, mood: Mood): string {
  return `${language}/${topic}/${mood}`;
}
