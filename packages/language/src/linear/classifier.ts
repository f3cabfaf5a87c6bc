/** A linear classifier over hashed features: adds up the weights of the first `count` features for each class. */
export interface Classifier {
  readonly classes: number;
  score(features: Int32Array, count: number, scores: Int32Array): void;
}
