/** What one run of a report was compared with. */
export interface Entry {
  /** In a few words. */
  readonly figure: string;
  /** Figures that equalled what was computed from the answers themselves. */
  readonly figures: number;
  /** Figures that equalled what the report's file says about the records. */
  readonly compared: number;
  readonly rows: number;
  /** Milliseconds until the answer was here. */
  readonly time: number;
}

/** All runs, for a table of what was checked. */
export class Ledger {
  readonly #entries = new Map<string, Entry[]>();
  readonly #hidden = new Map<string, number>();

  add(report: string, entry: Entry): void {
    this.#entries.set(report, [...(this.#entries.get(report) ?? []), entry]);
  }

  /** Somebody was refused a report for a field that is hidden from them. */
  hide(report: string): void {
    this.#hidden.set(report, (this.#hidden.get(report) ?? 0) + 1);
  }

  /** A line a report: figure, how often and how it was checked, rows at most, median time. */
  table(): string {
    const lines = [...this.#entries].sort().map(([report, entries]) => {
      const sum = (pick: (entry: Entry) => number): number => entries.reduce((total, entry) => total + pick(entry), 0);
      const hidden = this.#hidden.get(report) ?? 0;
      const times = entries.map(({ time }) => time).sort((one, other) => one - other);
      return [
        report,
        entries[0]?.figure ?? '',
        `${String(sum(({ figures }) => figures))} from the answers, ${String(sum(({ compared }) => compared))} from the file, ${String(entries.length)} runs${hidden === 0 ? '' : `, refused ${String(hidden)} times for a hidden field`}`,
        String(Math.max(...entries.map(({ rows }) => rows))),
        `${(times[Math.floor(times.length / 2)] ?? 0).toFixed(0)} ms`,
      ];
    });
    return [['Report', 'Figure', 'Checked', 'Rows', 'Time'], ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  }
}
