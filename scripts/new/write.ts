import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { newError } from './error.ts'
import { newInput } from './input.ts'
import type { Maker } from './skeleton.ts'
import { newStrategy } from './strategy.ts'
import { newTarget } from './target.ts'

const makers: ReadonlyMap<string, Maker> = new Map([
  ['target', newTarget],
  ['strategy', newStrategy],
  ['input', newInput],
  ['error', newError],
])

/** Writes a skeleton below `root` and returns what to tell: what was written, and what is left. Overwrites nothing. */
export function writeNew(root: string, [kind = '', name = '', option]: readonly string[]): readonly string[] {
  const make = makers.get(kind)
  if (!make || name === '')
    throw new Error('Write npm run new -- target NAME | strategy NAME | input NAME [TABLE] | error CODE [KIND].')
  const read = (file: string) => readFileSync(resolve(root, file), 'utf8')
  const { created, changed, left, folder } = make(name, option, read)
  const paths = [...created.map(({ file }) => file), ...(folder === undefined ? [] : [folder])]
  const present = paths.find((path) => existsSync(resolve(root, path)))
  if (present !== undefined) throw new Error(`${present} exists already.`)
  const unchanged = changed.find(({ file, content }) => read(file) === content)
  if (unchanged) throw new Error(`${unchanged.file} has changed, and scripts/new has to follow.`)
  for (const { file, content } of [...created, ...changed]) {
    mkdirSync(dirname(resolve(root, file)), { recursive: true })
    writeFileSync(resolve(root, file), content)
  }
  const lines = [...created.map(({ file }) => `created ${file}`), ...changed.map(({ file }) => `changed ${file}`)]
  return [...lines, ...left.map((task, index) => `${index + 1}. ${task}`)]
}
