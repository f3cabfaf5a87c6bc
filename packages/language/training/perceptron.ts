/** Hash → row of class weights, made on the first update, with the sums that averaging needs (w − u / updates). */
export class Perceptron {
  readonly classes: number;
  private keys = new Int32Array(1 << 20);
  private rowOf = new Int32Array(1 << 20);
  private weights: Int32Array;
  private sums: Float64Array;
  private rows = 0;
  /** Decisions seen so far; the caller advances it once a decision. */
  clock = 1;

  constructor(classes: number) {
    this.classes = classes;
    this.weights = new Int32Array((1 << 16) * classes);
    this.sums = new Float64Array((1 << 16) * classes);
  }

  /** Adds up the weights of the first `count` features for each class. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { classes, weights } = this;
    scores.fill(0, 0, classes);
    for (let f = 0; f < count; f++) {
      const row = this.find(features[f] as number);
      if (row < 0) continue;
      const at = row * classes;
      for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[at + c] as number);
    }
  }

  /** Moves weight from the wrong class to the right one for every feature. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let f = 0; f < count; f++) {
      const at = this.make(features[f] as number) * this.classes;
      this.change(at + right, 1);
      this.change(at + wrong, -1);
    }
  }

  private change(at: number, by: number): void {
    this.weights[at] = (this.weights[at] as number) + by;
    this.sums[at] = (this.sums[at] as number) + by * this.clock;
  }

  /** Every feature with its averaged weights, in order of hash. */
  *averaged(): Generator<{ hash: number; weights: Float64Array }> {
    const { classes } = this;
    const order: [number, number][] = [];
    for (let i = 0; i < this.keys.length; i++) if (this.rowOf[i] !== 0) order.push([this.keys[i] as number, (this.rowOf[i] as number) - 1]);
    order.sort((a, b) => a[0] - b[0]);
    for (const [hash, row] of order) {
      const weights = new Float64Array(classes);
      for (let c = 0; c < classes; c++)
        weights[c] = (this.weights[row * classes + c] as number) - (this.sums[row * classes + c] as number) / this.clock;
      yield { hash, weights };
    }
  }

  private find(hash: number): number {
    const mask = this.keys.length - 1;
    for (let i = Math.imul(hash, 0x9e3779b1) & mask; ; i = (i + 1) & mask) {
      const row = this.rowOf[i] as number;
      if (row === 0) return -1;
      if (this.keys[i] === hash) return row - 1;
    }
  }

  private make(hash: number): number {
    const found = this.find(hash);
    if (found >= 0) return found;
    if ((this.rows + 1) * 2 > this.keys.length) this.rehash();
    if ((this.rows + 1) * this.classes > this.weights.length) this.grow();
    this.place(hash, ++this.rows);
    return this.rows - 1;
  }

  private place(hash: number, row: number): void {
    const mask = this.keys.length - 1;
    let i = Math.imul(hash, 0x9e3779b1) & mask;
    while (this.rowOf[i] !== 0) i = (i + 1) & mask;
    this.keys[i] = hash;
    this.rowOf[i] = row;
  }

  private rehash(): void {
    const { keys, rowOf } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.rowOf = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) if (rowOf[i] !== 0) this.place(keys[i] as number, rowOf[i] as number);
  }

  private grow(): void {
    const weights = new Int32Array(this.weights.length * 2);
    weights.set(this.weights);
    this.weights = weights;
    const sums = new Float64Array(this.sums.length * 2);
    sums.set(this.sums);
    this.sums = sums;
  }
}
