import type { Plugin } from 'rollup';
import { iconSpriteUrl } from './staticAssets.ts';

const libraryName = /^lightning\/iconSvgTemplates(Action|Custom|Doctype|Standard|Utility)(Rtl)?$/u;

/**
 * Icons from the design system's sprite files.
 *
 * The base components carry every icon as a template of its own: 3,000 templates
 * that take most of a minute to compile for the few dozen a page shows. Here an
 * icon library is an object that makes the template of an icon when it is first
 * asked for, and the template points into the sprite of that icon's category.
 */
export function spriteIcons(): Plugin {
  return {
    name: 'sprite-icons',
    resolveId(specifier) {
      return libraryName.test(specifier) ? `\0${specifier}` : null;
    },
    load(id) {
      const [, category, rtl] = libraryName.exec(id.replace(/^\0/u, '')) ?? [];
      return category === undefined ? null : libraryModule(iconSpriteUrl(category.toLowerCase(), rtl !== undefined));
    },
  };
}

function libraryModule(spriteUrl: string): string {
  return `
    import { freezeTemplate, parseFragment, registerTemplate } from 'lwc';
    const made = new Map();
    function iconTemplate(name) {
      const strings = ['<svg', ' focusable="false"', ' aria-hidden="true" part="icon"', '><use href="${spriteUrl}#' + name + '"', '/></svg>'];
      strings.raw = strings;
      const fragment = parseFragment(strings, 'c0', 'a0:data-key', 2, 3);
      function template($api, $cmp) {
        const part = { className: $api.ncls($cmp.computedClass), attrs: { 'data-key': $cmp.name } };
        return [$api.st(fragment, 1, [$api.sp(0, part, null)])];
      }
      template.stylesheets = [];
      registerTemplate(template);
      freezeTemplate(template);
      return template;
    }
    export default new Proxy({}, {
      get(target, key) {
        const name = /^[a-z]+_([A-Za-z0-9_]+)$/.exec(String(key))?.[1];
        if (name === undefined) return undefined;
        if (!made.has(name)) made.set(name, iconTemplate(name));
        return made.get(name);
      },
    });`;
}
