/** Whether something is so; undefined where it is not on record. */
export type Match = boolean | undefined;

/** All must be so: one that is not decides, else one that is not on record. Stops at the first that decides. */
export function everyMatch<T>(items: Iterable<T>, test: (item: T) => Match): Match {
  let answer: Match = true;
  for (const item of items) {
    const match = test(item);
    if (match === false) return false;
    if (match === undefined) answer = undefined;
  }
  return answer;
}

/** One that is so is enough. */
export function someMatch<T>(items: Iterable<T>, test: (item: T) => Match): Match {
  let answer: Match = false;
  for (const item of items) {
    const match = test(item);
    if (match === true) return true;
    if (match === undefined) answer = undefined;
  }
  return answer;
}

/** The items by their answer. */
export function sorted<T>(items: Iterable<T>, test: (item: T) => Match): { readonly yes: readonly T[]; readonly no: readonly T[]; readonly unknown: readonly T[] } {
  const [yes, no, unknown]: [T[], T[], T[]] = [[], [], []];
  for (const item of items) {
    const match = test(item);
    (match === undefined ? unknown : match ? yes : no).push(item);
  }
  return { yes, no, unknown };
}
