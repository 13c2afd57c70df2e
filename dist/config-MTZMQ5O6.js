import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  readConfig
} from "./chunk-5WZIETQ6.js";
import "./chunk-6DW4K5NA.js";
import "./chunk-DZCLROTW.js";
import "./chunk-47K4XV7L.js";
import "./chunk-HSSNJAKW.js";
import "./chunk-2DGW74FY.js";
import "./chunk-IYDCWTIU.js";
import "./chunk-4FXPF6RZ.js";
import "./chunk-NDMRHR7U.js";
import "./chunk-KJ6KRM6E.js";
import "./chunk-IDFJ6PYE.js";
import "./chunk-RXXX6YZL.js";
import "./chunk-HUB4QXZH.js";
import "./chunk-KPEBNB2V.js";
import "./chunk-A6FBNAVA.js";
import "./chunk-DW3HCCUW.js";
import "./chunk-SX6PF4TN.js";
import "./chunk-72EAIUZW.js";
import "./chunk-GQNI6KFR.js";
import "./chunk-RXEKE72Z.js";
export {
  readConfig
};
