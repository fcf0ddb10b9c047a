// compromise: people, places and organizations.
import nlp from "compromise";
export default (text) => nlp(text).topics().out("array").length;
