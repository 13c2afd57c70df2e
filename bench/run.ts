// `npm run bench`: the action beside the loop that people copy, on one machine, in one run. Medians and ratios.
// `-- --only '100 charts'` takes the rows whose name holds that text (may be given more than once; `index`: the index rows),
// `--rounds 5` more rounds, `--quick` one of each; `--write` puts the tables into docs/performance.md. The depth rows draw pictures
// into `--pictures FOLDER`; `--entry FILE` measures another build than dist/ in them.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../__tests__/support/places.ts'
import { depthHead, depthLine, depthName, depthRows, measureDepth } from './depth/depth.ts'
import { indexRows, indexTable } from './index-rows.ts'
import { tool } from './row.ts'
import { rows } from './rows.ts'
import { head, line, withTable } from './table.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    pictures: { type: 'string', default: join(projectRoot, '.cache/depth') },
    entry: { type: 'string' },
  },
})
const rounds = values.quick ? 1 : Number(values.rounds)
const isChosen = (what: string) => values.only.length === 0 || values.only.some((text) => what.includes(text))
const chosen = rows.filter(({ what }) => isChosen(what))
const deep = depthRows.filter((row) => isChosen(depthName(row)))
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${values.rounds} is no number of rounds`)
if (chosen.length + deep.length === 0 && !isChosen('index')) throw new Error(`no row holds ${values.only.join(' or ')}`)
if (values.write && values.only.length > 0) throw new Error('--write takes all rows')

// In memory where that can be: for minutes after many files were deleted, as each row does, ext4 is slow to make new ones.
const MEMORY = '/dev/shm'
if (existsSync(MEMORY)) process.env.TMPDIR ??= MEMORY

const lines: string[] = []
const tell = (text: string) => {
  lines.push(text)
  console.log(text)
}
if (chosen.length > 0) tell(head)
for (const { what, measure } of chosen) tell(line(what, await measure(rounds)))
if (deep.length > 0) tell(`\n${depthHead}`)
for (const row of deep)
  tell(depthLine(row, await measureDepth(row, { rounds, pictures: values.pictures, entry: values.entry })))
if (isChosen('index')) tell(`\n${indexTable(await indexRows(await tool('helm4'), rounds))}`)

if (values.write) {
  const file = join(projectRoot, 'docs/performance.md')
  const machine = `${cpus().length} processors (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, medians of ${rounds} rounds.`
  await writeFile(file, withTable(await readFile(file, 'utf8'), [machine, '', ...lines].join('\n')))
}
