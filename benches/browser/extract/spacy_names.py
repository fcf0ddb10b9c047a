"""spaCy's small English model: names in the texts of a JSON list, on one thread. Prints bytes, seconds, version."""
import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
import spacy  # noqa: E402  the number of threads is read when it loads

model = spacy.load("en_core_web_sm")
texts = json.load(open(sys.argv[1], encoding="utf-8"))
budget_s = float(sys.argv[2])
model(texts[0])
n_bytes = 0
start = time.monotonic()
for text in texts:
    len(model(text).ents)
    n_bytes += len(text.encode())
    if time.monotonic() - start > budget_s:
        break
print(json.dumps({"bytes": n_bytes, "ms": (time.monotonic() - start) * 1000, "version": spacy.__version__}))
