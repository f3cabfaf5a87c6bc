// Counts in how many documents of freely licensed treebanks each word stands: `node training/background.ts FOLDER… > data/background-en.json`.
// Reads the `# text =` lines of *.conllu files; long documents are cut into pieces of about a news article's length, short ones are filled up with their neighbours.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWordScan, FLAG, scanWords } from '../src/words.ts';

const PIECE_WORDS = 250;
const counts = new Map<string, number>();
let documents = 0;
let piece = new Set<string>();
let length = 0;

function closePiece(): void {
  if (length === 0) return;
  documents += 1;
  for (const word of piece) counts.set(word, (counts.get(word) ?? 0) + 1);
  piece = new Set();
  length = 0;
}

const scan = createWordScan(4096);
for (const folder of process.argv.slice(2)) {
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.conllu')) continue;
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (!line.startsWith('# text = ')) continue;
      const text = line.slice(9);
      scan.count = 0;
      scan.sentences = 0;
      scanWords(text, scan, 0);
      for (let i = 0; i < scan.count; i += 1) {
        if (((scan.flags[i] ?? 0) & FLAG.number) !== 0) continue;
        piece.add(text.slice(scan.start[i], scan.end[i]).toLowerCase());
        length += 1;
      }
      if (length >= PIECE_WORDS) closePiece();
    }
    closePiece();
  }
}
const kept = [...counts].filter(([, n]) => n >= 2).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
const byCount: Record<string, string> = {};
for (const [word, n] of kept) byCount[n] = byCount[n] === undefined ? word : `${byCount[n]} ${word}`;
console.log(JSON.stringify({ documents, byCount }));
