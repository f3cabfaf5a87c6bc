/** Maps offsets of a derived text to offsets of its source; both count UTF-16 code units. */
export interface OffsetMap {
  /** Source offset of the character at `offset`; the end of the derived text maps to the end of the source. */
  toSource(offset: number): number;
}

/** Where a segment of the derived text starts, and where that is in the source. */
export type Segment = readonly [derived: number, source: number];

/**
 * Builds an offset map from ascending segment starts. Inside a segment both texts advance in step, but never past the next segment's source.
 * Of several segments with one derived start the last counts.
 */
export function offsetMap(segments: readonly Segment[], derivedLength: number, sourceLength: number): OffsetMap {
  const starts = segments.filter((segment, index) => segments[index + 1]?.[0] !== segment[0]);
  return {
    toSource(offset) {
      if (offset >= derivedLength) return sourceLength;
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle]?.[0] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const [derived, source] = starts[low] ?? [0, 0];
      return Math.min(source + Math.max(0, offset - derived), starts[low + 1]?.[1] ?? sourceLength);
    },
  };
}

/** The map of a text derived in two steps: `outer` leads into the text in between, `inner` from there into the source. */
export function chainMaps(outer: OffsetMap, inner: OffsetMap): OffsetMap {
  return { toSource: (offset) => inner.toSource(outer.toSource(offset)) };
}
