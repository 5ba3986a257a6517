/** What a process that was killed runs into. Never a PulseError: nobody reacts to it. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** A process that can be killed: from then on nothing it holds works any more. */
export class Mortal {
  #isDead = false;

  get isDead(): boolean {
    return this.#isDead;
  }

  kill(): void {
    this.#isDead = true;
  }

  /** The same object, as the process holds it. */
  holding<T extends object>(held: T): T {
    return new Proxy(held, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...values: readonly unknown[]): unknown => {
          if (this.#isDead) throw new Killed();
          return Reflect.apply(member, target, values);
        };
      },
    });
  }
}
