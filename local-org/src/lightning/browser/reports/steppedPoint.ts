/** Where a key leads among the points of a chart, which is one stop of the Tab key; undefined for other keys. Left and right follow the eye. */
export function steppedPoint(key: string, index: number, count: number, isRtl: boolean): number | undefined {
  if (count === 0) return undefined;
  const forward = isRtl ? -1 : 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: index + forward,
    ArrowLeft: index - forward,
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}
