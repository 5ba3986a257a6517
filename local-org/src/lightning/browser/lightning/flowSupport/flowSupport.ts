import { attributeChangeEventName, type FlowNavigation, navigationEventName } from '../../flow/flowEvents.ts';

/** Dispatched by a component on a screen whose attribute has changed. */
export class FlowAttributeChangeEvent extends CustomEvent<{ readonly attributeName: string; readonly attributeValue: unknown }> {
  constructor(attributeName: string, attributeValue: unknown) {
    super(attributeChangeEventName, { bubbles: true, composed: true, cancelable: true, detail: { attributeName, attributeValue } });
  }
}

class NavigationEvent extends CustomEvent<FlowNavigation> {
  constructor(action: FlowNavigation) {
    super(navigationEventName, { bubbles: true, composed: true, cancelable: true, detail: action });
  }
}

/** Asks the flow to go on to the next screen. */
export class FlowNavigationNextEvent extends NavigationEvent {
  constructor() {
    super('NEXT');
  }
}

/** Asks the flow to go back to the screen before. */
export class FlowNavigationBackEvent extends NavigationEvent {
  constructor() {
    super('BACK');
  }
}

/** Asks the flow to pause. */
export class FlowNavigationPauseEvent extends NavigationEvent {
  constructor() {
    super('PAUSE');
  }
}

/** Asks the flow to finish. */
export class FlowNavigationFinishEvent extends NavigationEvent {
  constructor() {
    super('FINISH');
  }
}
