import type { ToastOptions } from './toastEvent.ts';

/** A piece of a toast's message: plain, or a link. */
export interface MessagePart {
  readonly key: string;
  readonly text: string;
  readonly url: string | undefined;
}

/** The message with `{0}`, `{1}`, ... filled from its data. */
export function messageParts({ message = '', messageData = [] }: ToastOptions): readonly MessagePart[] {
  return message.split(/(\{\d+\})/u).map((piece, index) => {
    const number = /^\{(\d+)\}$/u.exec(piece)?.[1];
    const value = number === undefined ? undefined : messageData[Number(number)];
    if (value === undefined) return { key: String(index), text: piece, url: undefined };
    return typeof value === 'string'
      ? { key: String(index), text: value, url: undefined }
      : { key: String(index), text: value.label, url: value.url };
  });
}
