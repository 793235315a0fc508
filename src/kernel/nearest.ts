import { distance } from 'fastest-levenshtein';

/** The choice that `found` was most likely meant to be; undefined when none is near (more than half would change). */
export function nearest(found: string, choices: Iterable<string>): string | undefined {
  if (found.length > 100) return undefined;
  let best: string | undefined;
  let bestDistance = Infinity;
  const wanted = found.toLowerCase();
  for (const choice of choices) {
    const far = distance(wanted, choice.toLowerCase());
    if (far < bestDistance) [best, bestDistance] = [choice, far];
  }
  return best !== undefined && bestDistance <= Math.max(2, Math.ceil(Math.max(found.length, best.length) / 2)) ? best : undefined;
}

/** ` Did you mean \`x\`?`, or nothing when no choice is near. */
export function didYouMean(found: string, choices: Iterable<string>): string {
  const choice = nearest(found, choices);
  return choice === undefined ? '' : ` Did you mean \`${choice}\`?`;
}
