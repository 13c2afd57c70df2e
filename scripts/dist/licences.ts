import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

const accepted = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
])

/** Accepted for one package that stands in a file of its own, so that whoever wants can put another build there (docs/adr/0011). */
const acceptedAlone: Readonly<Record<string, string>> = { openpgp: 'LGPL-3.0+' }

const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i

/** Packages that name a licence and forget its text: the text ships with a package of the same authors and licence. */
const textShipsWith: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-http': '@aws-sdk/client-s3',
  '@aws-sdk/credential-provider-login': '@aws-sdk/client-s3',
  '@aws-sdk/nested-clients': '@aws-sdk/client-s3',
  '@npmcli/agent': '@npmcli/fs',
  '@sigstore/verify': '@sigstore/core',
}

interface BundledPackage {
  readonly name: string
  /** From the root of the repository, e.g. `node_modules/a/node_modules/b`. */
  readonly folder: string
}

/** The package that a bundled file belongs to; `undefined` for our own source. */
export function packageOf(input: string): BundledPackage | undefined {
  const found = /^(?<before>.*\bnode_modules\/)(?<name>(?:@[^/]+\/)?[^/]+)\//.exec(input)?.groups
  return found ? { name: `${found.name}`, folder: `${found.before}${found.name}` } : undefined
}

/**
 * The licence texts of every package whose code is in the bundle, by name.
 * Fails with an `Error` that names each package without a licence text, or with a licence that is not accepted.
 */
export function licenceText(root: string, metafile: Metafile): string {
  const packages = new Map<string, BundledPackage>()
  for (const output of Object.values(metafile.outputs)) {
    for (const input of Object.keys(output.inputs)) {
      const found = packageOf(input)
      if (found) packages.set(found.folder, found)
    }
  }
  const entries = [...packages.values()].map((bundled) => licenceOf(root, bundled)).sort(byHeading)
  const problems = [...entries.flatMap(({ problem }) => problem ?? []), ...notAlone(metafile)]
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return [...new Set(entries.map(({ heading, text }) => `${heading}\n\n${text}\n`))].join(`\n${'-'.repeat(80)}\n\n`)
}

/** Output files that hold such a package together with others. */
function notAlone({ outputs }: Metafile): readonly string[] {
  return Object.entries(outputs).flatMap(([file, { inputs }]) => {
    const names = new Set(Object.keys(inputs).flatMap((input) => packageOf(input)?.name ?? []))
    const alone = [...names].filter((name) => Object.hasOwn(acceptedAlone, name))
    return names.size > 1 ? alone.map((name) => `${name} must not share ${file} with other packages`) : []
  })
}

interface Licence {
  readonly heading: string
  readonly text: string
  readonly problem?: string
}

function licenceOf(root: string, { name, folder }: BundledPackage): Licence {
  const manifest = manifestOf(root, folder)
  const heading = `${name} ${manifest.version} (${manifest.license})`
  const text = textIn(join(root, folder)) || textOfSibling(root, name, manifest.license)
  if (text === '') return { heading, text, problem: `${heading} ships no licence text; it cannot be bundled` }
  if (!isAccepted(manifest.license) && acceptedAlone[name] !== manifest.license) {
    return {
      heading,
      text,
      problem: `${heading} is under a licence that is not on the list in scripts/dist/licences.ts`,
    }
  }
  return { heading, text }
}

function manifestOf(root: string, folder: string): { readonly version: string; readonly license: string } {
  const { version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  return { version: `${version}`, license: `${license}` }
}

function textIn(folder: string): string {
  return readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n')
}

function textOfSibling(root: string, name: string, license: string): string {
  const sibling = textShipsWith[name]
  if (!sibling) return ''
  const folder = `node_modules/${sibling}`
  return manifestOf(root, folder).license === license ? textIn(join(root, folder)) : ''
}

/** One of the alternatives of an SPDX expression such as `(MIT OR GPL-3.0)` is enough; `AND` needs all. */
function isAccepted(expression: string): boolean {
  return expression
    .replace(/^\((.*)\)$/, '$1')
    .split(/\s+OR\s+/)
    .some((alternative) => alternative.split(/\s+AND\s+/).every((id) => accepted.has(id)))
}

function byHeading(a: Licence, b: Licence): number {
  return a.heading < b.heading ? -1 : 1
}
