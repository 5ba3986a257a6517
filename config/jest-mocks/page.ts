import { createElement, type LightningElement } from 'lwc';

type ElementOptions = Parameters<typeof createElement>[1];

/** Puts a component on an otherwise empty page, with its properties set before it connects. */
export function show<Properties extends object>(
  tag: string,
  component: typeof LightningElement,
  properties: Properties,
): HTMLElement & Properties {
  const options: ElementOptions = { is: component };
  const element = Object.assign(createElement(tag, options), properties);
  document.body.appendChild(element);
  return element;
}

/** Empties the page. */
export function clearPage(): void {
  document.body.replaceChildren();
}

/** Lets pending wires, links and renderings happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

/** An element inside a component's own template; throws when it is not there, naming the selector. */
export function find(host: Element, selector: string): HTMLElement {
  const found = host.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${host.tagName.toLowerCase()} shows no ${selector}`);
  return found;
}

/** All such elements, in the order of the page. */
export function findAll(host: Element, selector: string): HTMLElement[] {
  return [...(host.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** The states a card shows, by their `data-state`. */
export function statesOf(host: Element): (string | undefined)[] {
  return findAll(host, '[data-state]').map((element) => element.dataset['state']);
}

/** What an element says, in one line; what stands in different elements is apart, as it is on the page. */
export function textOf(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}
