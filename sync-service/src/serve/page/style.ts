/** The pages' one style sheet: the quiet look of Salesforce's own pages, from a phone's width on. Text contrast is 4.5:1 at least. */
export const style = `
:root{--ink:#181818;--soft:#444;--line:#c9c9c9;--page:#f3f3f3;--card:#fff;--brand:#0b5cab;--brand-dark:#014486;--good:#2e6b0f;--good-soft:#ebf7e6;--busy:#0b5cab;--busy-soft:#eef4ff;--bad:#b1161c;--bad-soft:#fef1ee}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 "Salesforce Sans",system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
a{color:var(--brand)}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px;border-radius:.125rem}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.25rem .75rem;z-index:1}
header{background:var(--card);border-bottom:3px solid var(--brand)}
header>div,main,footer{max-width:72rem;margin:0 auto;padding:.75rem 1rem}
header>div{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;justify-content:space-between}
h1{font-size:1.25rem;line-height:1.3;margin:0}h2{font-size:1.125rem;margin:0 0 .5rem}h3{font-size:1rem;margin:0}
p{margin:.25rem 0}.soft,footer{color:var(--soft);font-size:.875rem}
section{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:0 0 1rem}
.state{border-left:.5rem solid;display:block}.state h2{margin:0}
.well{border-left-color:var(--good);background:var(--good-soft)}.busy{border-left-color:var(--busy);background:var(--busy-soft)}.bad{border-left-color:var(--bad);background:var(--bad-soft)}
ul,ol{list-style:none;margin:0;padding:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:.75rem}
.tiles li{border:1px solid var(--line);border-radius:.375rem;padding:.625rem .75rem;overflow-wrap:anywhere}
.tiles b{display:block;font-size:1.625rem;line-height:1.2;font-weight:400}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:.75rem}
.cards>li,.letters>li{border:1px solid var(--line);border-radius:.375rem;padding:.75rem;overflow-wrap:anywhere}
.letters{margin-top:1rem}.letters>li{margin-bottom:.75rem}
.letters code,.cards code{font:.875rem/1.5 ui-monospace,Menlo,Consolas,monospace}
.badge{display:inline-block;border:1px solid;border-radius:1rem;padding:0 .625rem;font-size:.8125rem;font-weight:600;background:var(--card);white-space:nowrap}
.badge.well{color:var(--good)}.badge.busy{color:var(--busy)}.badge.bad{color:var(--bad)}
.head{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;justify-content:space-between}
.actions{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:flex-start;margin-top:.5rem}
form{margin:0}
button{font:inherit;font-size:.875rem;min-height:2.25rem;padding:.25rem 1rem;border:1px solid var(--brand);border-radius:.25rem;background:var(--card);color:var(--brand);cursor:pointer}
button:hover{background:var(--busy-soft)}button.main{background:var(--brand);color:#fff}button.main:hover{background:var(--brand-dark)}
summary{cursor:pointer;color:var(--brand);min-height:2.25rem;padding:.375rem 0;font-size:.875rem}
label{display:block;font-size:.875rem}
input[type=text],select{font:inherit;font-size:.875rem;min-height:2.25rem;width:100%;max-width:26rem;padding:.25rem .5rem;border:1px solid #5c5c5c;border-radius:.25rem;background:#fff;color:var(--ink)}
.filter{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin-bottom:.75rem}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere;font-weight:400}thead th{font-size:.8125rem;color:var(--soft)}
@media (prefers-color-scheme:dark){:root{--ink:#f3f3f3;--soft:#c9c9c9;--line:#5c5c5c;--page:#181818;--card:#242424;--brand:#90bbff;--brand-dark:#b8d4ff;--good:#91db8b;--good-soft:#1c2b18;--busy:#90bbff;--busy-soft:#1b2538;--bad:#feb8ab;--bad-soft:#3a1d19}button.main{color:#181818}input[type=text],select{background:#181818;border-color:#aeaeae}}
`;
