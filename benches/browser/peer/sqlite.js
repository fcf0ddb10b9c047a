// SQLite with FTS5, the official build for browsers, in memory; facets by SQL.
import start from "@sqlite.org/sqlite-wasm";

const FIELDS = ["people", "places", "orgs", "topics", "month"];
const TABLES = `
  CREATE VIRTUAL TABLE text USING fts5(title, body, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2');
  CREATE TABLE label(id INTEGER PRIMARY KEY, field TEXT, value TEXT);
  CREATE TABLE labelled(label INTEGER, n INTEGER, PRIMARY KEY(label, n)) WITHOUT ROWID;
  CREATE TABLE labels(n INTEGER, label INTEGER, PRIMARY KEY(n, label)) WITHOUT ROWID;
  CREATE TEMP TABLE found(n INTEGER PRIMARY KEY);`;
const RANKED = "SELECT rowid FROM text WHERE text MATCH ? ORDER BY bm25(text, 2.0, 1.0) LIMIT ?";
const COUNTS = `SELECT field, value, n_articles FROM label JOIN
  (SELECT label, count(*) AS n_articles FROM found JOIN labels USING (n) GROUP BY label) ON label = id`;
let sqlite;
let database;
let numbers;
const statements = new Map();

function rows(sql, bound = []) {
  if (!statements.has(sql)) statements.set(sql, database.prepare(sql));
  const statement = statements.get(sql);
  if (bound.length) statement.bind(bound);
  const found = [];
  while (statement.step()) found.push(statement.get([]));
  statement.reset();
  return found;
}

const quoted = (words) => `"${words.replaceAll('"', "")}"`;
const all_of = (words) => `${words.split(/\s+/).map(quoted).join(" AND ")}*`;

export default {
  name: "SQLite FTS5",
  async prepare() {
    sqlite = await start({ locateFile: (file) => `/vendor/${file}`, print() {}, printErr() {} });
  },
  build(articles) {
    database = new sqlite.oo1.DB(":memory:");
    database.exec(TABLES);
    database.exec("BEGIN");
    numbers = new Map();
    for (const { n, title, body, ...labels } of articles) {
      rows("INSERT INTO text(rowid, title, body) VALUES (?, ?, ?)", [n, title, body]);
      for (const field of FIELDS) for (const value of labels[field]) label(n, field, value);
    }
    database.exec("COMMIT; INSERT INTO text(text) VALUES ('optimize'); ANALYZE;");
  },
  search: (words, n) => rows(RANKED, [all_of(words), n]).map(([id]) => id),
  phrase: (words, n) => rows(RANKED, [quoted(words), n]).map(([id]) => id),
  facet(chosen, words) {
    const sets = Object.entries(chosen).map(() => "SELECT n FROM labelled WHERE label = ?");
    const bound = Object.entries(chosen).map(([field, value]) => numbers.get(`${field}\t${value}`) ?? -1);
    if (words) {
      sets.push("SELECT rowid FROM text WHERE text MATCH ?");
      bound.push(all_of(words));
    }
    rows("DELETE FROM found");
    rows(`INSERT INTO found ${sets.join(" INTERSECT ")}`, bound);
    const counts = Object.fromEntries(FIELDS.map((field) => [field, {}]));
    for (const [field, value, n] of rows(COUNTS)) counts[field][value] = n;
    return { counts, total: rows("SELECT count(*) FROM found")[0][0] };
  },
};

function label(n, field, value) {
  const key = `${field}\t${value}`;
  let number = numbers.get(key);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(key, number);
    rows("INSERT INTO label VALUES (?, ?, ?)", [number, field, value]);
  }
  rows("INSERT OR IGNORE INTO labelled VALUES (?, ?)", [number, n]);
  rows("INSERT OR IGNORE INTO labels VALUES (?, ?)", [n, number]);
}
