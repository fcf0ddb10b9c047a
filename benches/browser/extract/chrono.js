// chrono-node: dates.
import { parse } from "chrono-node";
const REFERENCE = new Date(Date.UTC(2024, 0, 1));
export default (text) => parse(text, REFERENCE).length;
