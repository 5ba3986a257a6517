import type { Plugin } from 'rollup';

/** Id of the element in which the server hands its settings to the page, as JSON. */
export const pageSettingsElement = 'page-settings';

/** Modules whose value is known only when a page is asked for, and where it lies in the page's settings. */
const settingOfModule: Readonly<Record<string, string>> = {
  '@salesforce/i18n/lang': 'language',
  '@salesforce/i18n/locale': 'locale',
  '@salesforce/i18n/timeZone': 'timeZone',
  '@salesforce/i18n/dir': 'dir',
  '@salesforce/user/Id': 'userId',
};

const fixedModules: Readonly<Record<string, unknown>> = {
  '@salesforce/user/isGuest': false,
};

/** `@salesforce/user/*`, and those of `@salesforce/i18n/*` that follow the user. */
export function pageSettingsModules(): Plugin {
  return {
    name: 'page-settings',
    resolveId: (specifier) =>
      specifier in settingOfModule || specifier in fixedModules || isFormFactor(specifier) ? `\0${specifier}` : null,
    load(id) {
      const specifier = id.replace(/^\0/u, '');
      if (isFormFactor(specifier)) return formFactorModule;
      if (specifier in fixedModules) return `export default ${JSON.stringify(fixedModules[specifier])};`;
      const setting = settingOfModule[specifier];
      if (setting === undefined) return null;
      return `export default JSON.parse(document.getElementById('${pageSettingsElement}').textContent).${setting};`;
    },
  };
}

function isFormFactor(specifier: string): boolean {
  return specifier === '@salesforce/client/formFactor';
}

/** `Small` on phones; the platform also decides this once, when the page loads. */
const formFactorModule = `export default window.matchMedia('(max-width: 47.9375em)').matches ? 'Small' : 'Large';`;
