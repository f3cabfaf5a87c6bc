# Compared with by bench/facts.ts: spaCy (parse, names), textacy (subject-verb-object triples, direct quotations) and quantulum3 on whole articles.
# Reads one JSON string a line (the first ten are read once before the clock runs); prints seconds of processor time for all and how many articles textacy or quantulum3 gave up.
import json
import os
import sys
import time
import spacy
from quantulum3 import parser
from textacy import extract

pipeline = spacy.load(os.environ.get('SPACY_MODEL', 'en_core_web_sm'))
texts = [json.loads(line) for line in open(sys.argv[1], encoding='utf8')]
given_up = 0


def read(text):
    global given_up
    document = pipeline(text)
    list(extract.subject_verb_object_triples(document))
    for step in (lambda: list(extract.direct_quotations(document)), lambda: parser.parse(text)):
        try:
            step()
        except Exception:
            given_up += 1


for text in texts[:10]:
    read(text)
given_up = 0
begun = time.process_time()
for text in texts:
    read(text)
print(json.dumps({'seconds': time.process_time() - begun, 'givenUp': given_up}))
