import { api, LightningElement } from 'lwc';
import { objectName, type ObjectReference } from '../lds/PathWire.ts';
import { onRecordChange } from '../lds/recordCache.ts';
import { readRecord } from '../lds/readRecord.ts';
import type { RecordRepresentation } from '../lds/records.ts';
import type { FormValue } from '../page/formValues.ts';
import { pathsOf } from './fieldModels.ts';
import type { FormContext, FormMember, Registration } from './formRegistration.ts';
import { type ObjectInfo, type Picklists, readObjectInfo, readPicklists } from './objectInfos.ts';

/** What forms that hold fields of one record share: they learn which fields there are, read them, and hand them out. */
export class RecordFormBase extends LightningElement {
  @api density: 'comfy' | 'compact' | 'auto' = 'auto';

  protected members: FormMember[] = [];
  protected values: Record<string, FormValue> = {};
  protected info: ObjectInfo | undefined;
  protected record: RecordRepresentation | undefined;
  #picklists: Picklists = {};
  #object: ObjectReference | undefined;
  #recordId: string | undefined;
  #recordTypeId: string | undefined;
  #planned = false;
  #told = '';
  #isHere = false;
  #stop: () => void = () => undefined;

  @api get objectApiName(): ObjectReference | undefined {
    return this.#object;
  }

  set objectApiName(value: ObjectReference | undefined) {
    this.#object = value;
    this.plan();
  }

  @api get recordId(): string | undefined {
    return this.#recordId;
  }

  set recordId(value: string | undefined) {
    this.#recordId = value;
    this.plan();
  }

  @api get recordTypeId(): string | undefined {
    return this.#recordTypeId;
  }

  set recordTypeId(value: string | undefined) {
    this.#recordTypeId = value;
    this.plan();
  }

  override connectedCallback(): void {
    this.#isHere = true;
    this.plan();
  }

  override disconnectedCallback(): void {
    this.#isHere = false;
    this.#stop();
  }

  handleMember(event: CustomEvent<Registration<FormMember>>): void {
    event.stopPropagation();
    const { detail } = event;
    this.members.push(detail.member);
    detail.leave = () => {
      this.members = this.members.filter((member) => member !== detail.member);
    };
    this.plan();
  }

  /** Called when everything was read and handed out. */
  protected loaded(): void {
    // Forms that tell of it do so.
  }

  /** Called when something could not be read. */
  protected failed(_error: unknown): void {
    // Forms that tell of it do so.
  }

  /** Hands everything out again. */
  protected showAll(): void {
    const context = this.context;
    if (context !== undefined) for (const member of this.members) member.show(context);
  }

  protected get context(): FormContext | undefined {
    return this.info === undefined ? undefined : { info: this.info, picklists: this.#picklists, record: this.record, values: this.values };
  }

  /** Fields join one after the other: they are read together. */
  private plan(): void {
    if (this.#planned || !this.#isHere) return;
    this.#planned = true;
    void Promise.resolve().then(() => {
      this.#planned = false;
      void this.read();
    });
  }

  private async read(): Promise<void> {
    const name = objectName(this.#object);
    if (name === undefined) return;
    try {
      const info = await readObjectInfo(name);
      this.#picklists = this.members.some(({ writes }) => writes) ? await readPicklists(info, this.#recordTypeId) : {};
      const id = this.#recordId;
      this.record = id === undefined || id === '' ? undefined : await this.readFields(info, id);
      this.info = info;
      for (const { name: field, writes, givenValue } of this.members)
        if (writes && givenValue !== undefined) this.values[field] ??= givenValue;
      this.showAll();
      this.tellOnce(`${name} ${id ?? ''} ${this.#recordTypeId ?? ''}`);
      if (id !== undefined && id !== '') this.follow(id);
    } catch (error) {
      this.failed(error);
    }
  }

  /** A record that changed while it is shown is no other record. */
  private tellOnce(key: string): void {
    if (this.#told === key) return;
    this.#told = key;
    this.loaded();
  }

  private readFields(info: ObjectInfo, recordId: string): Promise<RecordRepresentation> {
    const names = [...new Set(this.members.map(({ name }) => name))];
    const paths = names.flatMap((field) => pathsOf(info.apiName, info.fields[field] ?? missing(info, field)));
    return readRecord({ recordId, fields: [], optionalFields: paths.length === 0 ? [`${info.apiName}.Id`] : paths });
  }

  private follow(id: string): void {
    this.#stop();
    this.#stop = onRecordChange(id, () => this.plan());
  }
}

function missing(info: ObjectInfo, field: string): never {
  throw new Error(`${info.apiName} has no field ${field} that you may see.`);
}
