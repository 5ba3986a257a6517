const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'iw', 'ji', 'ur', 'yi']);

/** Direction in which a language is written, for `<html dir>`. @param language `ar`, `en_US`, `nl-NL` */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split(/[_-]/u)[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}
