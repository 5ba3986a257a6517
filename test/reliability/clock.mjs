// Preloaded by `node --import`: this process's clock is off by RELIABILITY_CLOCK_MS.
const off = Number(process.env.RELIABILITY_CLOCK_MS ?? 0);
const RealDate = Date;
const now = () => RealDate.now() + off;

class ShiftedDate extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(now());
    else super(...args);
  }

  static now() {
    return now();
  }
}

globalThis.Date = ShiftedDate;
