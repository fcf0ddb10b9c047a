// Dateline: dates alone.
import init, { count_dates } from "face/dateline.js";
export const prepare = () => init({ module_or_path: "/face/dateline_bg.wasm" });
export default count_dates;
