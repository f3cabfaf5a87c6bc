/** A copy of twice the length. */
export function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(array.length * 2);
  next.set(array);
  return next;
}

/** A copy of twice the length. */
export function doubledFloats(array: Float32Array): Float32Array<ArrayBuffer> {
  const next = new Float32Array(array.length * 2);
  next.set(array);
  return next;
}
