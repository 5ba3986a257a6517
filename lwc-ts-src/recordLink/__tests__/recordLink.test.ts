import RecordLink from 'c/recordLink';
import { visited } from 'jest-mocks/lightning/navigation';
import { clearPage, find, settled, show, textOf } from 'jest-mocks/page';

describe('c-record-link', () => {
  afterEach(() => {
    clearPage();
    visited.length = 0;
  });

  it('links to the record, and goes there within the page', async () => {
    const link = await showLink({ assistiveText: 'for Nordlys' });
    const anchor = find(link, 'a');
    expect([anchor.getAttribute('href'), textOf(anchor)]).toEqual(['/lightning/r/001/view', 'Open for Nordlys']);
    anchor.click();
    expect(visited).toMatchObject([{ attributes: { recordId: '001' } }]);
    await expect(link).toBeAccessible();
  });

  it('leaves a click with a key held to the browser', async () => {
    const anchor = find(await showLink({}), 'a');
    const click = new MouseEvent('click', { ctrlKey: true, cancelable: true, bubbles: true });
    anchor.dispatchEvent(click);
    expect([visited, click.defaultPrevented]).toEqual([[], false]);
  });

  it('opens another tab where it stands inside another program', async () => {
    const anchor = find(await showLink({ opensNewTab: true }), 'a');
    expect([anchor.getAttribute('target'), anchor.getAttribute('rel')]).toEqual(['_blank', 'noopener']);
    anchor.addEventListener('click', (event) => event.preventDefault());
    anchor.click();
    expect(visited).toEqual([]);
  });

  it('stays plain words without a record', async () => {
    const link = await showLink({ recordId: undefined });
    expect(textOf(find(link, 'span'))).toBe('Open');
    await expect(link).toBeAccessible();
  });
});

async function showLink(properties: {
  recordId?: string | undefined;
  assistiveText?: string;
  opensNewTab?: boolean;
}): Promise<HTMLElement> {
  const link = show('c-record-link', RecordLink, { recordId: '001', label: 'Open', ...properties });
  await settled();
  return link;
}
