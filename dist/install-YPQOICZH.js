import { createRequire as createRequireForBundle } from 'node:module'
const require = createRequireForBundle(import.meta.url)
import {
  debug
} from "./chunk-ZDJQ74TA.js";
import {
  reasonOf
} from "./chunk-PM7AIXVP.js";
import {
  require_semver
} from "./chunk-DW3HCCUW.js";
import {
  ReleaseError,
  asReleaseError
} from "./chunk-72EAIUZW.js";
import {
  __toESM
} from "./chunk-RXEKE72Z.js";

// src/platform/helm/install.ts
import { createHash } from "node:crypto";
import { join as join3 } from "node:path";

// node_modules/@actions/io/lib/io.js
import { ok } from "assert";
import * as path from "path";

// node_modules/@actions/io/lib/io-util.js
import * as fs from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator.throw(value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
}, { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises, IS_WINDOWS = process.platform === "win32";
function readlink(fsPath) {
  return __awaiter(this, void 0, void 0, function* () {
    let result = yield fs.promises.readlink(fsPath);
    return IS_WINDOWS && !result.endsWith("\\") ? `${result}\\` : result;
  });
}
var READONLY = fs.constants.O_RDONLY;
function exists(fsPath) {
  return __awaiter(this, void 0, void 0, function* () {
    try {
      yield stat(fsPath);
    } catch (err) {
      if (err.code === "ENOENT")
        return !1;
      throw err;
    }
    return !0;
  });
}

// node_modules/@actions/io/lib/io.js
var __awaiter2 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator.throw(value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function cp(source_1, dest_1) {
  return __awaiter2(this, arguments, void 0, function* (source, dest, options = {}) {
    let { force, recursive, copySourceDirectory } = readCopyOptions(options), destStat = (yield exists(dest)) ? yield stat(dest) : null;
    if (destStat && destStat.isFile() && !force)
      return;
    let newDest = destStat && destStat.isDirectory() && copySourceDirectory ? path.join(dest, path.basename(source)) : dest;
    if (!(yield exists(source)))
      throw new Error(`no such file or directory: ${source}`);
    if ((yield stat(source)).isDirectory())
      if (recursive)
        yield cpDirRecursive(source, newDest, 0, force);
      else
        throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
    else {
      if (path.relative(source, newDest) === "")
        throw new Error(`'${newDest}' and '${source}' are the same file`);
      yield copyFile2(source, newDest, force);
    }
  });
}
function rmRF(inputPath) {
  return __awaiter2(this, void 0, void 0, function* () {
    if (IS_WINDOWS && /[*"<>|]/.test(inputPath))
      throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
    try {
      yield rm(inputPath, {
        force: !0,
        maxRetries: 3,
        recursive: !0,
        retryDelay: 300
      });
    } catch (err) {
      throw new Error(`File was unable to be removed ${err}`);
    }
  });
}
function mkdirP(fsPath) {
  return __awaiter2(this, void 0, void 0, function* () {
    ok(fsPath, "a path argument must be provided"), yield mkdir(fsPath, { recursive: !0 });
  });
}
function readCopyOptions(options) {
  let force = options.force == null ? !0 : options.force, recursive = !!options.recursive, copySourceDirectory = options.copySourceDirectory == null ? !0 : !!options.copySourceDirectory;
  return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
  return __awaiter2(this, void 0, void 0, function* () {
    if (currentDepth >= 255)
      return;
    currentDepth++, yield mkdirP(destDir);
    let files = yield readdir(sourceDir);
    for (let fileName of files) {
      let srcFile = `${sourceDir}/${fileName}`, destFile = `${destDir}/${fileName}`;
      (yield lstat(srcFile)).isDirectory() ? yield cpDirRecursive(srcFile, destFile, currentDepth, force) : yield copyFile2(srcFile, destFile, force);
    }
    yield chmod(destDir, (yield stat(sourceDir)).mode);
  });
}
function copyFile2(srcFile, destFile, force) {
  return __awaiter2(this, void 0, void 0, function* () {
    if ((yield lstat(srcFile)).isSymbolicLink()) {
      try {
        yield lstat(destFile), yield unlink(destFile);
      } catch (e) {
        e.code === "EPERM" && (yield chmod(destFile, "0666"), yield unlink(destFile));
      }
      let symlinkFull = yield readlink(srcFile);
      yield symlink(symlinkFull, destFile, IS_WINDOWS ? "junction" : null);
    } else (!(yield exists(destFile)) || force) && (yield copyFile(srcFile, destFile));
  });
}

// node_modules/@actions/tool-cache/lib/tool-cache.js
import * as fs2 from "fs";
import * as os from "os";
import * as path2 from "path";
var semver = __toESM(require_semver());
import { ok as ok2 } from "assert";
var __awaiter3 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator.throw(value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var IS_WINDOWS2 = process.platform === "win32", IS_MAC = process.platform === "darwin";
function cacheDir(sourceDir, tool, version, arch2) {
  return __awaiter3(this, void 0, void 0, function* () {
    if (version = semver.clean(version) || version, arch2 = arch2 || os.arch(), debug(`Caching tool ${tool} ${version} ${arch2}`), debug(`source dir: ${sourceDir}`), !fs2.statSync(sourceDir).isDirectory())
      throw new Error("sourceDir is not a directory");
    let destPath = yield _createToolPath(tool, version, arch2);
    for (let itemName of fs2.readdirSync(sourceDir)) {
      let s = path2.join(sourceDir, itemName);
      yield cp(s, destPath, { recursive: !0 });
    }
    return _completeToolPath(tool, version, arch2), destPath;
  });
}
function find(toolName, versionSpec, arch2) {
  if (!toolName)
    throw new Error("toolName parameter is required");
  if (!versionSpec)
    throw new Error("versionSpec parameter is required");
  if (arch2 = arch2 || os.arch(), !isExplicitVersion(versionSpec)) {
    let localVersions = findAllVersions(toolName, arch2);
    versionSpec = evaluateVersions(localVersions, versionSpec);
  }
  let toolPath = "";
  if (versionSpec) {
    versionSpec = semver.clean(versionSpec) || "";
    let cachePath = path2.join(_getCacheDirectory(), toolName, versionSpec, arch2);
    debug(`checking cache: ${cachePath}`), fs2.existsSync(cachePath) && fs2.existsSync(`${cachePath}.complete`) ? (debug(`Found tool in cache ${toolName} ${versionSpec} ${arch2}`), toolPath = cachePath) : debug("not found");
  }
  return toolPath;
}
function findAllVersions(toolName, arch2) {
  let versions = [];
  arch2 = arch2 || os.arch();
  let toolPath = path2.join(_getCacheDirectory(), toolName);
  if (fs2.existsSync(toolPath)) {
    let children = fs2.readdirSync(toolPath);
    for (let child of children)
      if (isExplicitVersion(child)) {
        let fullPath = path2.join(toolPath, child, arch2 || "");
        fs2.existsSync(fullPath) && fs2.existsSync(`${fullPath}.complete`) && versions.push(child);
      }
  }
  return versions;
}
function _createToolPath(tool, version, arch2) {
  return __awaiter3(this, void 0, void 0, function* () {
    let folderPath = path2.join(_getCacheDirectory(), tool, semver.clean(version) || version, arch2 || "");
    debug(`destination ${folderPath}`);
    let markerPath = `${folderPath}.complete`;
    return yield rmRF(folderPath), yield rmRF(markerPath), yield mkdirP(folderPath), folderPath;
  });
}
function _completeToolPath(tool, version, arch2) {
  let markerPath = `${path2.join(_getCacheDirectory(), tool, semver.clean(version) || version, arch2 || "")}.complete`;
  fs2.writeFileSync(markerPath, ""), debug("finished caching tool");
}
function isExplicitVersion(versionSpec) {
  let c = semver.clean(versionSpec) || "";
  debug(`isExplicit: ${c}`);
  let valid2 = semver.valid(c) != null;
  return debug(`explicit? ${valid2}`), valid2;
}
function evaluateVersions(versions, versionSpec) {
  let version = "";
  debug(`evaluating ${versions.length} versions`), versions = versions.sort((a, b) => semver.gt(a, b) ? 1 : -1);
  for (let i = versions.length - 1; i >= 0; i--) {
    let potential = versions[i];
    if (semver.satisfies(potential, versionSpec)) {
      version = potential;
      break;
    }
  }
  return version ? debug(`matched: ${version}`) : debug("match not found"), version;
}
function _getCacheDirectory() {
  let cacheDirectory = process.env.RUNNER_TOOL_CACHE || "";
  return ok2(cacheDirectory, "Expected RUNNER_TOOL_CACHE to be defined"), cacheDirectory;
}

// src/platform/helm/install.ts
var DOWNLOADS = "https://get.helm.sh", DIGEST_LINE = /^([0-9a-f]{64})\s/, UNPACK_TIMEOUT_MS = 2 * 6e4, MAX_SAID = 300, MAX_ARCHIVE = 128 * 1024 * 1024, architectures = /* @__PURE__ */ new Map([
  ["x64", "amd64"],
  ["arm64", "arm64"],
  ["arm", "arm"]
]);
async function installHelm(wanted) {
  try {
    return await install(wanted);
  } catch (cause) {
    let problem = asReleaseError(cause);
    throw problem.code === "BUG_UNEXPECTED" ? installFailed(wanted.version, reasonOf(cause), cause) : problem;
  }
}
async function install(request) {
  let { http, files, journal, version, downloads = DOWNLOADS } = request, platform = platformName(version), found = find("helm", version);
  if (found !== "") return join3(found, platform.program);
  let file = `helm-v${version}-${platform.name}.${platform.archive}`, wanted = await publishedDigest(http, `${downloads}/${file}.sha256sum`, version), content = await download(http, `${downloads}/${file}`, version), got = createHash("sha256").update(content).digest("hex");
  if (got !== wanted) throw installFailed(version, `${file} has the digest ${got}, published is ${wanted}`);
  let archive = join3(await files.temporaryFolder("helm-download"), file);
  await files.write(archive, content);
  let folder = await unpacked(archive, request), cache = () => cacheDir(join3(folder, platform.name), "helm", version);
  return join3(await journal.effect(`tool cache helm ${version}`, cache), platform.program);
}
async function unpacked(archive, { environment, files, processes, version }) {
  let folder = await files.temporaryFolder("helm-install"), { PATH = "/usr/bin:/bin", SYSTEMROOT } = environment, env = { PATH, LC_ALL: "C", ...SYSTEMROOT && { SYSTEMROOT } }, ran = await processes.run("tar", ["-xf", archive, "-C", folder], { env, timeoutMs: UNPACK_TIMEOUT_MS });
  if (ran.exitCode !== 0) throw installFailed(version, `tar can't unpack it: ${ran.stderr.trim().slice(0, MAX_SAID)}`);
  return folder;
}
function platformName(version) {
  let { arch: arch2, platform } = process, architecture = architectures.get(arch2);
  if (architecture === void 0) throw installFailed(version, `there is none for ${arch2}`);
  return platform === "win32" ? { name: `windows-${architecture}`, program: "helm.exe", archive: "zip" } : { name: `${platform}-${architecture}`, program: "helm", archive: "tar.gz" };
}
async function publishedDigest(http, url, version) {
  let { status, body } = await http.send({ method: "GET", url, maxBytes: 1024, redirects: 3 }), digest = DIGEST_LINE.exec(Buffer.from(body).toString())?.[1];
  if (status !== 200 || digest === void 0) throw installFailed(version, `${url} answers ${status}`);
  return digest;
}
async function download(http, url, version) {
  let { status, body } = await http.send({ method: "GET", url, maxBytes: MAX_ARCHIVE, redirects: 3 });
  if (status !== 200) throw installFailed(version, `${url} answers ${status}`);
  return body;
}
function installFailed(version, why, cause) {
  return new ReleaseError("HELM_INSTALL_FAILED", `Helm ${version} can't be installed: ${why}.`, {
    hint: "Check `helm-version` against https://github.com/helm/helm/releases, or install Helm in an earlier step.",
    cause
  });
}
export {
  installHelm
};
