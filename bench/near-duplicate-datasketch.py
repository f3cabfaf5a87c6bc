# Compared with by bench/near-duplicate.ts: datasketch MinHash-LSH, 128 permutations, 5-word shingles, threshold 0.5; reads one text a line, prints texts per second of processor time.
import re
import sys
import time
from datasketch import MinHash, MinHashLSH

texts = [line.rstrip('\n') for line in open(sys.argv[1], encoding='utf8')]
lsh = MinHashLSH(threshold=0.5, num_perm=128)
begun = time.process_time()
for number, text in enumerate(texts):
    words = re.findall(r'\w+', text.lower())
    shingles = {' '.join(words[i : i + 5]).encode('utf8') for i in range(max(1, len(words) - 4))}
    sketch = MinHash(num_perm=128)
    sketch.update_batch(shingles)
    lsh.query(sketch)
    lsh.insert(str(number), sketch)
print(len(texts) / (time.process_time() - begun))
