/** Does one thing for each item, so many at once; the results in the order of the items. */
export async function atOnce<Item, Result>(
  items: readonly Item[],
  most: number,
  one: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results.set(index, await one(item));
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
  return [...results].sort(([first], [other]) => first - other).map(([, result]) => result);
}
