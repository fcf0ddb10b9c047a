// Dateline: names and dates.
import init, { count_names_and_dates } from "face/dateline.js";
export const prepare = () => init({ module_or_path: "/face/dateline_bg.wasm" });
export default count_names_and_dates;
