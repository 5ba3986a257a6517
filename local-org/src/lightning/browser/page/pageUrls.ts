/** Where to go, in the platform's form. */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
}

/**
 * Address of a page within the org.
 * @throws Error for a type of page that local-org does not have
 */
export function urlOf(page: PageReference): string {
  const { recordId = '', objectApiName = '', actionName = '', url = '', pageName = '', apiName = '' } = page.attributes;
  switch (page.type) {
    case 'standard__recordPage':
      return `/lightning/r/${objectApiName === '' ? '' : `${objectApiName}/`}${recordId}/${actionName === '' ? 'view' : actionName}${stateOf(page)}`;
    case 'standard__recordRelationshipPage':
      return `/lightning/r/${objectApiName === '' ? '' : `${objectApiName}/`}${recordId}/related/${page.attributes['relationshipApiName'] ?? ''}/view${stateOf(page)}`;
    case 'standard__objectPage':
      return `/lightning/o/${objectApiName}/${actionName === '' ? 'list' : actionName}${stateOf(page)}`;
    case 'standard__namedPage':
      return `/lightning/page/${pageName === '' ? 'home' : pageName}${stateOf(page)}`;
    case 'standard__navItemPage':
      return `/lightning/n/${apiName}${stateOf(page)}`;
    case 'standard__app':
      return `/lightning/app/${(page.attributes['appTarget'] ?? '').replace(/^\w+__/u, '')}`;
    case 'standard__search':
      return `/lightning/search?${new URLSearchParams({ q: page.state?.['term'] ?? '' }).toString()}`;
    case 'standard__flow':
      return `/flow/${page.attributes['devName'] ?? ''}${stateOf(page)}`;
    case 'standard__webPage':
      return webUrl(url);
    default:
      throw new Error(`local-org has no pages of the type ${page.type}.`);
  }
}

function stateOf(page: PageReference): string {
  const state = new URLSearchParams(page.state ?? {}).toString();
  return state === '' ? '' : `?${state}`;
}

/** Only addresses that open a page or a message: `javascript:` and the like lead nowhere. */
function webUrl(url: string): string {
  const { protocol } = new URL(url, window.location.href);
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol) ? url : '#';
}
