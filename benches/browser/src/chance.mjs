// Turns a seed into numbers that look random and are the same on every machine: xorshift with a counter.

/** A source of numbers from 0 up to, not including, 1. */
export function chance(seed) {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  let counter = 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    counter = (counter + 0x6d2b79f5) >>> 0;
    return (Math.imul((state >>> 0) ^ counter, 0x2c1b3c6d) >>> 0) / 2 ** 32;
  };
}

/** One of a list, all alike. */
export const pick = (random, list) => list[Math.floor(random() * list.length)];

/**
 * Draws places in a list of `n` by Zipf's law: the place `k`, counted from 1, with weight `1 / (k + shift) ** power`.
 * A larger `shift` flattens the head.
 */
export function zipf(random, n, power, shift = 0) {
  const sums = new Float64Array(n);
  let sum = 0;
  for (let k = 0; k < n; k++) sums[k] = sum += 1 / (k + 1 + shift) ** power;
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, n - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Shuffles a copy of a list. */
export function shuffled(random, list) {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other], copy[at]];
  }
  return copy;
}
