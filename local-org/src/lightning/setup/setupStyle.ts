/** Setup's own look beside the design system's: wide tables become lists on small screens, long names break. */
export const setupStyle = `
  .setup-header { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; padding: .5rem 1rem; background: var(--slds-g-color-surface-container-1, #fff); border-block-end: 3px solid var(--slds-g-color-brand-base-50, #0176d3); }
  .setup-header-name { display: flex; align-items: center; gap: .5rem; font-size: 1.125rem; font-weight: 700; }
  .setup-header-name a { color: inherit; }
  .setup-header form { flex: 1 1 16rem; max-inline-size: 32rem; margin-inline: auto; }
  .setup-columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); min-block-size: calc(100vh - 3.5rem); align-items: start; }
  .setup-side { padding: 1rem .5rem; background: var(--slds-g-color-surface-container-1, #fff); border-inline-end: 1px solid var(--slds-g-color-border-1, #c9c9c9); align-self: stretch; }
  .setup-side h2, .setup-menu h2 { display: flex; align-items: center; gap: .5rem; padding: .75rem .5rem .25rem; font-size: .75rem; font-weight: 700; color: var(--slds-g-color-on-surface-1, #444); }
  .setup-side li a, .setup-menu li a { display: block; padding: .375rem .5rem .375rem 2rem; border-radius: .25rem; color: var(--slds-g-color-on-surface-2, #181818); text-decoration: none; }
  .setup-side li a:hover, .setup-menu li a:hover { background: var(--slds-g-color-surface-container-2, #f3f3f3); text-decoration: underline; }
  .setup-side li a[aria-current], .setup-menu li a[aria-current] { background: var(--slds-g-color-accent-container-1, #d8e6fe); background: color-mix(in srgb, var(--slds-g-color-brand-base-50, #0176d3) 14%, transparent); font-weight: 700; }
  .setup-menu { display: none; background: var(--slds-g-color-surface-container-1, #fff); border-block-end: 1px solid var(--slds-g-color-border-1, #c9c9c9); }
  .setup-menu summary { display: flex; align-items: center; gap: .5rem; padding: .75rem 1rem; font-weight: 700; cursor: pointer; }
  .setup-menu nav { padding: 0 .5rem 1rem; }
  .setup-main { padding: 1rem 1.5rem 3rem; max-inline-size: 84rem; }
  .setup-main:focus { outline: none; }
  .setup-main h1 { overflow-wrap: anywhere; }
  .setup-crumbs { margin-block-end: .25rem; }
  .setup-card { margin-block-end: 1rem; }
  .setup-card-actions { display: flex; flex-wrap: wrap; gap: .5rem; margin-inline-start: auto; }
  .setup-main dd { overflow-wrap: anywhere; white-space: normal; }
  .setup-main td { overflow-wrap: break-word; white-space: normal; }
  .setup-main p a { text-decoration: underline; }
  .setup-table { overflow-x: auto; }
  .setup-main .slds-table td, .setup-main .slds-table th { white-space: normal; vertical-align: top; }
  .setup-main .setup-number { text-align: end; font-variant-numeric: tabular-nums; }
  .setup-facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: .75rem 1.5rem; }
  .setup-fact_long { grid-column: 1 / -1; max-inline-size: 60rem; }
  .setup-fact dt { color: var(--slds-g-color-on-surface-1, #444); font-size: .75rem; }
  .setup-tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 1rem; margin-block-end: 1rem; list-style: none; }
  .setup-tile { padding: 1rem; background: var(--slds-g-color-surface-container-1, #fff); border: 1px solid var(--slds-g-color-border-1, #c9c9c9); border-radius: .5rem; }
  .setup-tile-figure { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
  .setup-tile p { color: var(--slds-g-color-on-surface-1, #444); }
  .setup-search { display: flex; gap: .5rem; max-inline-size: 32rem; margin-block-end: 1rem; }
  .setup-header .setup-search { margin-block-end: 0; }
  .setup-none { color: var(--slds-g-color-on-surface-1, #444); }
  .setup-tabs { margin-block-end: 1rem; background: none; }
  .setup-tabs ul { flex-wrap: wrap; }
  .setup-form { max-inline-size: 44rem; }
  .setup-fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); gap: .75rem 1.5rem; margin-block-end: 1rem; align-items: end; }
  .setup-buttons { display: flex; flex-wrap: wrap; gap: .5rem; }
  .setup-code { padding: .75rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--slds-g-color-surface-2, #f3f3f3); border-radius: .25rem; font-family: ui-monospace, monospace; }
  .setup-meter { display: grid; gap: .25rem; min-inline-size: 9rem; }
  .setup-bar { display: block; block-size: .375rem; border-radius: .25rem; background: var(--slds-g-color-surface-container-2, #e5e5e5); }
  .setup-bar > span { display: block; block-size: 100%; border-radius: .25rem; }
  .setup-bar-good { background: var(--slds-g-color-success-base-50, #2e844a); } .setup-bar-warn { background: var(--slds-g-color-warning-base-60, #dd7a01); } .setup-bar-bad { background: var(--slds-g-color-error-base-50, #ba0517); }
  .setup-letter { inline-size: 100%; block-size: 24rem; border: 1px solid var(--slds-g-color-border-1, #c9c9c9); background: #fff; }
  @media (max-width: 47.9375em) {
    .setup-columns { display: block; }
    .setup-side { display: none; }
    .setup-menu { display: block; }
    .setup-main { padding: .75rem; }
    .setup-main .slds-table .setup-number { text-align: start; }
    .setup-main td { overflow-wrap: anywhere; }
  }`;
