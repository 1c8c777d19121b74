export { normalise } from "../src/language/normalise.js";
