import { chmod, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { runProgram } from '../process/run-program.ts'

/** One start of a program, as the program saw it. */
export interface Call {
  readonly program: string
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

export interface Recorder {
  /** Goes before PATH. */
  readonly path: string
  /** Every call since the one before this was asked. */
  calls(): Promise<readonly Call[]>
}

/**
 * Stands between a run and its tools: each program (name to the real one, a path or a name on PATH) writes down its
 * arguments and its whole environment, and then is the real one.
 */
export async function recordTools(folder: string, programs: Readonly<Record<string, string>>): Promise<Recorder> {
  const path = await mkdtemp(join(folder, 'recorder-'))
  const records = join(path, 'records')
  await mkdir(records)
  for (const [name, real] of Object.entries(programs)) {
    const file = isAbsolute(real) ? real : await which(real)
    await writeFile(join(path, name), scriptFor(name, file, records))
    await chmod(join(path, name), 0o755)
  }
  let seen = new Set<string>()
  return {
    path,
    async calls() {
      const names = await readdir(records)
      const fresh = names.filter((name) => !seen.has(name)).sort()
      seen = new Set(names)
      return Promise.all(fresh.map(async (name) => callIn(name, await readFile(join(records, name), 'utf8'))))
    },
  }
}

// The whole record is one write into a file of its own, for several may start at once. A line feed may stand in any value.
const scriptFor = (name: string, real: string, records: string) => `#!/bin/sh
record=$(mktemp '${records}/${name}.XXXXXXXX')
{ for word in "$@"; do printf '%s\\0' "$word"; done; printf '\\1\\0'; env -0; } > "$record"
exec '${real}' "$@"
`

function callIn(name: string, text: string): Call {
  const [argv = '', env = ''] = text.split('\x01\0')
  const variables = env.split('\0').flatMap((line) => {
    const at = line.indexOf('=')
    return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)] as const]
  })
  return {
    program: name.replace(/\.\w+$/, ''),
    argv: argv.split('\0').slice(0, -1),
    env: Object.fromEntries(variables),
  }
}

async function which(program: string): Promise<string> {
  const { stdout } = await runProgram('sh', ['-c', `command -v ${program}`])
  return stdout.trim()
}
