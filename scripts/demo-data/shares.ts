/** Splits a whole into whole numbers in proportion to the weights; each gets at least `least`, and they add up exactly. */
export function shares(whole: number, weights: readonly number[], least: number): readonly number[] {
  const spare = whole - least * weights.length;
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let given = 0;
  let carried = 0;
  return weights.map((weight, index) => {
    carried += (spare * weight) / sum;
    const part = index === weights.length - 1 ? spare - given : Math.round(carried) - given;
    given += part;
    return least + part;
  });
}
