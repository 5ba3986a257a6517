/** The `@salesforce/*` modules that the platform makes for each component. */
declare module '@salesforce/label/*' {
  const text: string;
  export default text;
}

/** A field, named with the package's namespace where there is one. */
declare module '@salesforce/schema/*' {
  const field: { readonly objectApiName: string; readonly fieldApiName: string };
  export default field;
}

/** BCP 47 tag of the user's locale, for example `da-DK`. */
declare module '@salesforce/i18n/locale' {
  const locale: string;
  export default locale;
}

/** BCP 47 tag of the user's language, for example `da`. */
declare module '@salesforce/i18n/lang' {
  const language: string;
  export default language;
}

/** Direction of the user's language: `ltr` or `rtl`. */
declare module '@salesforce/i18n/dir' {
  const direction: string;
  export default direction;
}

/** IANA name of the user's time zone. */
declare module '@salesforce/i18n/timeZone' {
  const timeZone: string;
  export default timeZone;
}

/** Id of the user, 18 characters. */
declare module '@salesforce/user/Id' {
  const userId: string;
  export default userId;
}

/** What the page is shown on: `Large` for desktops, `Medium` for tablets, `Small` for phones. */
declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}
