import type { ParserState } from '../src/syntax/parser-state.ts';

/**
 * Arcs of the gold tree that each transition makes unreachable (Goldberg & Nivre 2013, arc-hybrid). Gold heads: index, count = root.
 * Costs go to `cost` as shift, left, right; a transition that is not possible costs 1e6.
 */
export function transitionCosts(state: ParserState, gold: Int32Array, cost: Float64Array): void {
  const impossible = 1e6;
  const { stack, depth, front, count } = state;
  const s0 = state.top(0);
  const s1 = state.top(1);
  if (front === count) {
    cost[0] = impossible;
    cost[1] = depth > 1 ? impossible : 0;
    cost[2] = depth > 1 ? 0 : impossible;
    return;
  }
  let shift = 0;
  for (let d = 0; d < depth; d++) {
    const k = stack[d] as number;
    if (gold[k] === front) shift++;
    if (d < depth - 1 && gold[front] === k) shift++;
  }
  cost[0] = shift;
  cost[1] = impossible;
  cost[2] = impossible;
  if (depth === 0) return;
  let dependents = 0;
  for (let k = front; k < count; k++) if (gold[k] === s0) dependents++;
  const head = gold[s0] as number;
  cost[1] = dependents + (head === s1 && s1 >= 0 ? 1 : 0) + (head > front ? 1 : 0);
  if (depth > 1) cost[2] = dependents + (head >= front ? 1 : 0);
}

/** Lifts the arcs that cross others to the head's head until the tree can be drawn without crossings (Nivre & Nilsson 2005). */
export function liftCrossings(heads: Int32Array): Int32Array {
  const lifted = heads.slice();
  const count = heads.length;
  for (;;) {
    let worst = -1;
    let shortest = Infinity;
    for (let d = 0; d < count; d++) {
      const h = lifted[d] as number;
      if (h === count || isProjective(lifted, d, h)) continue;
      if (Math.abs(h - d) < shortest) {
        shortest = Math.abs(h - d);
        worst = d;
      }
    }
    if (worst < 0) return lifted;
    lifted[worst] = lifted[lifted[worst] as number] as number;
  }
}

function isProjective(heads: Int32Array, d: number, h: number): boolean {
  for (let k = Math.min(d, h) + 1; k < Math.max(d, h); k++) {
    let above = k;
    while (above !== h && above !== heads.length) above = heads[above] as number;
    if (above !== h) return false;
  }
  return true;
}
