import type { RecordRepresentation } from '../lds/records.ts';
import type { FormValue } from '../page/formValues.ts';
import type { ObjectInfo, Picklists } from './objectInfos.ts';

/** What a form tells its fields. */
export interface FormContext {
  readonly info: ObjectInfo;
  readonly picklists: Picklists;
  /** Undefined for a new record. */
  readonly record: RecordRepresentation | undefined;
  /** What the controls hold now. */
  readonly values: Readonly<Record<string, FormValue>>;
}

/** A field inside a form, as the form sees it. */
export interface FormMember {
  readonly name: string;
  /** Whether the field writes; output fields only show. */
  readonly writes: boolean;
  /** A value that the component around the form gave the field; undefined: the record's own. */
  readonly givenValue: FormValue | undefined;
  show(context: FormContext): void;
  /** Shows what the org says against the value. */
  refuse(message: string): void;
  reportValidity(): boolean;
  focus(): void;
}

/** Shows what the org said against a record as a whole. */
export interface FormMessages {
  tell(messages: readonly string[]): void;
}

const fieldEvent = 'privateformfield';
const messagesEvent = 'privateformmessages';

export interface Registration<Member> {
  readonly member: Member;
  /** The form gives what takes the member out again. */
  leave: () => void;
}

/** Says to the form around an element that it is one of its fields. Returns what takes it out. */
export function joinForm(element: EventTarget, member: FormMember): () => void {
  return join(element, fieldEvent, member);
}

/** Says to the form around an element that it shows the form's messages. */
export function joinMessages(element: EventTarget, member: FormMessages): () => void {
  return join(element, messagesEvent, member);
}

function join(element: EventTarget, type: string, member: FormMember | FormMessages): () => void {
  const registration: Registration<FormMember | FormMessages> = { member, leave: () => undefined };
  element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: registration }));
  return () => registration.leave();
}
