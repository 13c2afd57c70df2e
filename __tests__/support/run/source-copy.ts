import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../places.ts'
import { runProgram } from '../process/run-program.ts'

/** A copy of the sources that a test may change, with the compiler and the scripts to work on it. */
export interface SourceCopy extends AsyncDisposable {
  readonly root: string
  /** What a script prints; fails with what it says on standard error. */
  script(file: string, ...args: readonly string[]): Promise<string>
  /** What the compiler says, a line per error. */
  typeErrors(): Promise<readonly string[]>
}

/** Copies `src`, `scripts` and what compiles them. Tests are not copied: those that a script adds compile alone. */
export async function copySources(): Promise<SourceCopy> {
  const root = await mkdtemp(join(tmpdir(), 'source-copy-'))
  for (const name of ['src', 'scripts', 'package.json', 'tsconfig.json']) {
    await cp(join(projectRoot, name), join(root, name), { recursive: true })
  }
  await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
  const checked = { extends: './tsconfig.json', include: ['src', '__tests__', 'scripts/new.ts'] }
  await writeFile(join(root, 'tsconfig.copy.json'), JSON.stringify(checked))
  return {
    root,
    async script(file, ...args) {
      const { stdout } = await runProgram(process.execPath, [join(root, 'scripts', file), ...args], { cwd: root })
      return stdout
    },
    async typeErrors() {
      const tsc = join(projectRoot, 'node_modules', '.bin', 'tsc')
      const output = await runProgram(tsc, ['-p', 'tsconfig.copy.json', '--pretty', 'false'], {
        cwd: root,
      }).then(
        ({ stdout }) => stdout,
        ({ stdout }: { readonly stdout: string }) => stdout,
      )
      return output.split('\n').filter((line) => /: error TS/.test(line))
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}
