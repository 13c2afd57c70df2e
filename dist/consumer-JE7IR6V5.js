import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  createInspector,
  findTrustedRoot
} from "./chunk-NV5YQFDU.js";
import "./chunk-6DW4K5NA.js";
import "./chunk-HSSNJAKW.js";
import "./chunk-4FXPF6RZ.js";
import "./chunk-72EAIUZW.js";
import "./chunk-RXEKE72Z.js";
export {
  createInspector,
  findTrustedRoot
};
