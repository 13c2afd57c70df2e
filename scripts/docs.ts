// `npm run docs`: writes what the documentation takes from the sources; with `--check` it only says what is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { generatedFiles } from './docs/generated.ts'

const root = resolve(import.meta.dirname, '..')
const read = (file: string): string | undefined => {
  const path = resolve(root, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

const stale = generatedFiles(read).filter(({ file, content }) => read(file) !== content)
if (process.argv.includes('--check')) {
  for (const { file } of stale) console.error(`${file} is stale: run \`npm run docs\` and commit what it changes.`)
  if (stale.length === 0) console.log('The generated documentation is fresh.')
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const { file, content } of stale) writeFileSync(resolve(root, file), content)
  console.log(stale.length === 0 ? 'Nothing to write.' : `Written: ${stale.map(({ file }) => file).join(', ')}`)
}
