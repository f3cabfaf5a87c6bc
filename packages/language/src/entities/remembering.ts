/** Answers kept of one function; all are forgotten when there are so many, so that hostile text cannot make them grow. */
const most = 1 << 14;
/** Longer texts are no names worth keeping. */
const longest = 64;

/** The same function of a string, which works out each answer once. Its answers must not be changed. */
export function remembering<T>(work: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return work(text);
    let answer = answers.get(text);
    if (answer === undefined) {
      if (answers.size >= most) answers.clear();
      answers.set(text, (answer = work(text)));
    }
    return answer;
  };
}
