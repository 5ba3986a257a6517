import { PRINT_STYLE } from './printStyle';

/**
 * Prints one element as a document of its own, so that nothing of the page around it comes along and long tables go on over pages: a
 * page of Lightning Experience is as high as the window and cuts what is below.
 * @param place an element into which the document is put for the time of printing
 * @throws where the browser gives no such document; nothing has been printed then
 */
export function printSheet(sheet: Element, place: Element, title: string): void {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  place.replaceChildren(frame);
  const { contentWindow } = frame;
  if (!contentWindow) throw new Error('The browser gives no document to print.');
  const page = contentWindow.document;
  const style = page.createElement('style');
  style.textContent = PRINT_STYLE;
  page.head.append(style);
  page.title = title;
  page.documentElement.lang = document.documentElement.lang;
  page.documentElement.dir = document.documentElement.dir;
  page.body.append(page.importNode(sheet, true));
  contentWindow.focus();
  contentWindow.print();
}
