/**
 * Parses JSON that may be cut off or followed by other text: at the first fault the text is cut back to the last whole member of the outermost lists and
 * closed there. One pass and at most two parses.
 * @returns undefined when nothing can be read.
 */
export function salvageJson(text: string): { value: unknown; salvaged: boolean } | undefined {
  try {
    return { value: JSON.parse(text), salvaged: false };
  } catch {
    const closed = closedPrefix(text);
    if (closed === undefined) return undefined;
    try {
      return { value: JSON.parse(closed), salvaged: true };
    } catch {
      return undefined;
    }
  }
}

/** The text up to the end of its first value, or up to the last complete member at depth 2 (an item of `items`) with the open brackets closed. */
function closedPrefix(text: string): string | undefined {
  const open: string[] = [];
  let lastWhole = -1;
  let stack = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      for (at++; at < text.length && text.charCodeAt(at) !== 0x22; at++) if (text.charCodeAt(at) === 0x5c) at++;
    } else if (code === 0x7b) open.push('}');
    else if (code === 0x5b) open.push(']');
    else if (code === 0x7d || code === 0x5d) {
      if (open.pop() !== text[at]) break;
      if (open.length === 0) return text.slice(0, at + 1);
      if (open.length <= 2) {
        lastWhole = at + 1;
        stack = open.toReversed().join('');
      }
    }
    if (open.length > 500) return undefined;
  }
  return lastWhole < 0 ? undefined : text.slice(0, lastWhole) + stack;
}
