// `npm run new -- target NAME | strategy NAME | input NAME [TABLE] | error CODE [KIND]`: writes a skeleton that compiles,
// with its test and its line in the registry, and says what is left to do.
import { resolve } from 'node:path'
import { writeNew } from './new/write.ts'

try {
  console.log(writeNew(resolve(import.meta.dirname, '..'), process.argv.slice(2)).join('\n'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
