import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  setOutput
} from "./chunk-ZDJQ74TA.js";
import "./chunk-RXEKE72Z.js";
export {
  setOutput
};
