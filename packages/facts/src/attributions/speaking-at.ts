import { speechClasses, type Attribution } from './types.ts';

/**
 * In whose words a character stands: the attribution whose cue it belongs to ("The Pentagon *reaffirmed* …" is the Pentagon's own statement), else the innermost one whose content holds
 * it and reports speech; stances ("agreed", "opposed") are passed over.
 * @param offset UTF-16 code unit in the article's text, best the head of the statement asked about
 * @returns undefined where the article speaks for itself
 */
export function speakingAt(attributions: readonly Attribution[], offset: number): Attribution | undefined {
  let best: Attribution | undefined;
  for (const attribution of attributions) {
    const { cue, cueClass, content } = attribution;
    if (cue !== null && offset >= cue.start && offset < cue.end) return attribution;
    if (offset < content.start || offset >= content.end || (cueClass !== null && !speechClasses.has(cueClass))) continue;
    if (best === undefined || content.end - content.start < best.content.end - best.content.start) best = attribution;
  }
  return best;
}
