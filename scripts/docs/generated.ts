import { z } from 'zod'
import { configSchema } from '../../src/inputs/config/config-schema.ts'
import {
  actionInputs,
  actionOutputs,
  partInputs,
  partOutputs,
  verificationInputs,
  verificationOutputs,
} from './action-yml.ts'
import { configurationTables } from './configuration.ts'
import { errorsPage } from './errors.ts'
import { foldersTable, roomsTable } from './folders.ts'
import { registriesTable, registrySections } from './registries.ts'
import { reusableWorkflowBlocks } from './reusable-workflow.ts'
import { inputsTable, outputsTable, verificationTables } from './tables.ts'
import { workflowSections } from './workflows.ts'

export interface GeneratedFile {
  /** From the repository root. */
  readonly file: string
  readonly content: string
}

/**
 * Every file that holds generated text, as it should be. Files with markers (`<!-- inputs -->` … `<!-- /inputs -->`) keep
 * the rest; a marker that is missing is an error, for then the documentation would silently lose a part.
 */
export function generatedFiles(read: (file: string) => string | undefined): readonly GeneratedFile[] {
  const readme =
    read('README.md') ??
    '# release-charts\n\n<!-- inputs -->\n<!-- /inputs -->\n\n<!-- outputs -->\n<!-- /outputs -->\n'
  const configuration = read('docs/configuration.md') ?? ''
  const architecture = read('docs/architecture.md') ?? ''
  const action = read('action.yml') ?? ''
  const ofRegistries = read('docs/registries.md') ?? ''
  const workflow = read(REUSABLE_WORKFLOW) ?? ''
  return [
    { file: 'release-charts.schema.json', content: configJsonSchema() },
    { file: 'docs/errors.md', content: errorsPage() },
    { file: 'README.md', content: filled('README.md', readme, { inputs: inputsTable(), outputs: outputsTable() }) },
    { file: 'docs/configuration.md', content: filled('docs/configuration.md', configuration, configurationTables()) },
    {
      file: 'docs/architecture.md',
      content: filled('docs/architecture.md', architecture, { folders: foldersTable(), rooms: roomsTable() }),
    },
    {
      file: 'docs/registries.md',
      content: filled('docs/registries.md', ofRegistries, { table: registriesTable(), registries: registrySections() }),
    },
    {
      file: 'action.yml',
      content: filledYaml('action.yml', action, {
        inputs: { indent: 0, text: actionInputs() },
        outputs: { indent: 0, text: actionOutputs() },
      }),
    },
    {
      file: PART,
      content: filledYaml(PART, read(PART) ?? '', {
        inputs: { indent: 0, text: partInputs() },
        outputs: { indent: 0, text: partOutputs() },
      }),
    },
    { file: REUSABLE_WORKFLOW, content: filledYaml(REUSABLE_WORKFLOW, workflow, reusableWorkflowBlocks()) },
    {
      file: WORKFLOWS_PAGE,
      content: filled(WORKFLOWS_PAGE, read(WORKFLOWS_PAGE) ?? '', { workflows: workflowSections() }),
    },
    { file: VERIFY_PAGE, content: filled(VERIFY_PAGE, read(VERIFY_PAGE) ?? '', verificationTables()) },
    {
      file: VERIFY,
      content: filledYaml(VERIFY, read(VERIFY) ?? '', {
        inputs: { indent: 0, text: verificationInputs() },
        outputs: { indent: 0, text: verificationOutputs() },
      }),
    },
  ]
}

const PART = '.github/actions/part/action.yml'
const VERIFY = 'verify/action.yml'
const WORKFLOWS_PAGE = 'docs/workflows.md'
const VERIFY_PAGE = 'docs/verify.md'
const REUSABLE_WORKFLOW = '.github/workflows/release.yml'

function configJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { target: 'draft-7' })
  const head = { $schema, title: 'Config file of release-charts', description: 'Usually .github/release-charts.yaml.' }
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`
}

function filled(file: string, text: string, blocks: Readonly<Record<string, string>>): string {
  return Object.entries(blocks).reduce(
    (filling, [name, block]) =>
      between(file, filling, { start: `<!-- ${name} -->`, end: `<!-- /${name} -->` }, `\n${block}\n`),
    text,
  )
}

interface YamlBlock {
  /** Of the markers; the text has its own. */
  readonly indent: number
  readonly text: string
}

function filledYaml(file: string, text: string, blocks: Readonly<Record<string, YamlBlock>>): string {
  return Object.entries(blocks).reduce((filling, [name, { indent, text: block }]) => {
    const end = `${' '.repeat(indent)}# </${name}>`
    return between(file, filling, { start: `# <${name}>`, end }, block)
  }, text)
}

function between(
  file: string,
  text: string,
  { start, end }: { readonly start: string; readonly end: string },
  block: string,
): string {
  const from = text.indexOf(start)
  const to = text.indexOf(end, from)
  if (from < 0 || to < 0) throw new Error(`${file} lacks the markers ${start} and ${end}.`)
  return `${text.slice(0, from + start.length)}\n${block}\n${text.slice(to)}`
}
