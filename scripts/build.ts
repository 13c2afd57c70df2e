// `npm run build`: bundles src/main.ts and src/verify-main.ts into dist/, which is committed because the runner takes an action as it is in git.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundle, bundlerVersion, entries } from './dist/bundle.ts'
import { eagerOutputs, eagerPackages } from './dist/main-chunk.ts'

const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')

const { files, metafile } = await bundle({ root, ...entries })
rmSync(dist, { recursive: true, force: true })
mkdirSync(dist)
for (const [name, content] of files) writeFileSync(join(dist, name), content)

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`.padStart(9)
const eager = eagerOutputs(metafile).map((output) => output.replace('dist/', ''))
console.log(`dist/ by esbuild ${bundlerVersion()}`)
for (const [name, { length }] of files) {
  console.log(`${kilobytes(length)}  ${name}${eager.includes(name) ? '  (loaded at the start)' : ''}`)
}
console.log('What is loaded at the start:')
for (const [name, bytes] of eagerPackages(metafile)) console.log(`${kilobytes(bytes)}  ${name}`)
