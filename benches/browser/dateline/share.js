// The articles of a share on their way from the page to the worker that reads it.
import { share } from "face/dateline.js";

/** Bytes of UTF-8 that one unit of a string takes at most. */
const BYTES_A_UNIT = 3;

/**
 * Hands a worker its share of the articles, their texts in one stretch of bytes, which moves to it without being copied;
 * many strings would take longer to write and to read than the texts of them all.
 */
export function hand_out(worker, articles, number, of, extract) {
  const mine = share(number, of, articles.length);
  let n_units = 0;
  for (const at of mine) n_units += articles[at].title.length + articles[at].body.length + articles[at].date.length;
  // What is never written to is never made.
  const texts = new Uint8Array(n_units * BYTES_A_UNIT);
  const lengths = new Uint32Array(3 * mine.length);
  const encoder = new TextEncoder();
  let [end, at] = [0, 0];
  const write = (text) => {
    const { written } = encoder.encodeInto(text, texts.subarray(end));
    end += lengths[at++] = written;
  };
  for (const at of mine) {
    write(articles[at].title);
    write(articles[at].body);
    write(articles[at].date);
  }
  const message = { number, of, n_articles: articles.length, extract, texts: texts.subarray(0, end), lengths };
  worker.postMessage(message, [texts.buffer, lengths.buffer]);
}
