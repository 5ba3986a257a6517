import HuddlePaper, { type PaperView } from 'c/huddlePaper';
import { visited } from 'jest-mocks/lightning/navigation';
import { clearPage, find, findAll, settled, show, textOf } from 'jest-mocks/page';

const VIEW: PaperView = {
  title: 'Weekly huddle',
  span: 'Nov 15 – 21',
  made: 'As of now',
  figures: [
    { key: 'nps', label: 'NPS', value: '+30', notes: ['± 9 points', '100 rated answers'], isWide: true },
    { key: 'open', label: 'Open', value: '2', notes: ['1 overdue'], isUrgent: true },
  ],
  sections: [
    {
      key: 'open',
      heading: 'Open follow-ups',
      columns: [{ label: 'Customer' }, { label: 'Rating', isNumeric: true }],
      rows: [
        { id: '001', cells: ['Nordlys <b>', '3'], isRecord: true, isUrgent: true },
        { id: 'Price', cells: ['Price', '4'] },
      ],
      more: 'and 5 more',
    },
    { key: 'none', heading: 'Resolved', text: 'None.', columns: [], rows: [] },
  ],
  signatures: ['Handed over by'],
  note: 'A note',
};

/** What a document printed: its title and the words on it. */
interface Printed {
  readonly title: string;
  readonly text: string;
  readonly style: string;
}

/** Frames of jsdom cannot print: what would be printed is kept instead. */
function printer(): Printed[] {
  const printed: Printed[] = [];
  jest.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockImplementation(() => {
    const page = document.implementation.createHTMLDocument();
    const print = (): void => {
      printed.push({ title: page.title, text: textOf(page.body), style: page.head.querySelector('style')?.textContent ?? '' });
    };
    const frame = new EventTarget();
    return Object.assign(frame, { document: page, focus: () => undefined, print }) as unknown as Window;
  });
  return printed;
}

async function showPaper(view: PaperView | undefined = VIEW): Promise<HTMLElement & { print(): void }> {
  const paper = show('c-huddle-paper', HuddlePaper, { view });
  await settled();
  return paper as HTMLElement & { view: PaperView; print(): void };
}

describe('c-huddle-paper', () => {
  afterEach(() => {
    clearPage();
    visited.length = 0;
    jest.restoreAllMocks();
  });

  it('shows figures, lists and lines to sign on', async () => {
    const paper = await showPaper();
    expect(findAll(paper, '[data-figure="nps"] dd').map(textOf)).toEqual(['+30', '± 9 points', '100 rated answers']);
    expect(find(paper, '[data-figure="open"]').className).toBe('figure urgent');
    expect(findAll(paper, '[data-section="open"] [role="columnheader"]').map(textOf)).toEqual(['Customer', 'Rating']);
    expect(findAll(paper, '[data-section="open"] tbody tr').map(textOf)).toEqual(['Nordlys <b> 3', 'Price 4']);
    expect(textOf(find(paper, '[data-section="open"] .more'))).toBe('and 5 more');
    expect(textOf(find(paper, '[data-section="none"]'))).toBe('Resolved None.');
    expect(findAll(paper, '[data-section="none"] table')).toEqual([]);
    expect(textOf(find(paper, '.signature'))).toBe('Handed over by');
    await expect(paper).toBeAccessible();
  });

  it('leads to the record of a row, and leaves a click with a key held to the browser', async () => {
    const paper = await showPaper();
    const [link, ...others] = findAll(paper, 'tbody a');
    expect([link?.getAttribute('href'), others]).toEqual(['/lightning/r/001/view', []]);
    link?.dispatchEvent(new MouseEvent('click', { metaKey: true, cancelable: true }));
    expect(visited).toEqual([]);
    link?.click();
    expect(visited).toMatchObject([{ attributes: { recordId: '001' } }]);
  });

  it('prints the sheet alone, as a document of its own, black on white', async () => {
    const paper = await showPaper();
    const printed = printer();
    paper.print();
    paper.print();
    expect(printed).toHaveLength(2);
    expect(printed[0]?.title).toBe('Weekly huddle');
    expect(printed[0]?.text).toMatch(/^Weekly huddle Nov 15 – 21 As of now NPS \+30 .* A note$/u);
    expect(printed[0]?.style).toContain('@page');
    expect(findAll(paper, '.print iframe')).toHaveLength(1);
  });

  it('prints the page as it is where the browser gives no document', async () => {
    const paper = await showPaper();
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    jest.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(null);
    paper.print();
    expect(print).toHaveBeenCalledTimes(1);
  });

  it('is empty without a view', async () => {
    const paper = await showPaper({ ...VIEW, sections: [], figures: [], signatures: [] });
    expect(findAll(paper, '.section, .signature, .figure')).toEqual([]);
  });
});
