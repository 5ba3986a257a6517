/** A template beside its component, compiled by the platform. */
declare module '*.html' {
  const template: ReturnType<import('lwc').LightningElement['render']>;
  export default template;
}
