/** What closes the dialog of a quick action; its name is the platform's own affair. */
export class CloseActionScreenEvent extends CustomEvent<undefined> {
  constructor() {
    super('closeactionscreen', { bubbles: true, composed: true });
  }
}
