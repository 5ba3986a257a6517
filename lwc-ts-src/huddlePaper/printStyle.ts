/**
 * The looks of a printed sheet: black on white, A4 or Letter as the printer has it, no row torn apart, the heads of tables again on
 * each page. It stands apart from the component's own style, because what is printed is a document of its own.
 */
export const PRINT_STYLE = `
@page { margin: 14mm; }
html { background: #fff; }
body { margin: 0; color: #000; background: #fff; font: 9.5pt/1.35 'Salesforce Sans', Arial, Helvetica, sans-serif; }
h3, p, ul, dl, dd, dt { margin: 0; padding: 0; }
.title { font-size: 17pt; font-weight: 700; }
.made, .note, .label, .line { font-size: 8.5pt; }
.head { border-bottom: 1.5pt solid #000; padding-bottom: 2mm; }
.figures { display: flex; gap: 4mm; margin: 4mm 0 0; }
.figure { flex: 1 1 0; border: 0.5pt solid #000; padding: 2mm; break-inside: avoid; }
.figure.wide { flex-grow: 1.8; }
.figure.urgent { border-inline-start-width: 3pt; }
.value { font-size: 17pt; font-weight: 700; }
.section { margin-top: 6mm; }
.heading { font-size: 12pt; font-weight: 700; break-after: avoid; margin-bottom: 1mm; }
.scroll { overflow: visible; }
table { width: 100%; border-collapse: collapse; }
caption { display: none; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border-bottom: 0.5pt solid #888; padding: 1mm 2mm 1mm 0; text-align: start; vertical-align: top; font-weight: 400; }
thead th { border-bottom: 1pt solid #000; font-weight: 700; font-size: 8.5pt; }
tbody th { font-weight: 700; }
tbody th, td:nth-child(2) { overflow-wrap: anywhere; }
td:last-child { white-space: nowrap; }
.numeric { text-align: end; }
tr.urgent td, tr.urgent th { font-weight: 700; }
a { color: #000; text-decoration: none; }
.signatures { display: flex; gap: 10mm; margin-top: 16mm; break-inside: avoid; }
.signature { flex: 1 1 0; border-top: 0.5pt solid #000; padding-top: 1mm; font-size: 8.5pt; }
.note { margin-top: 6mm; }
`;
