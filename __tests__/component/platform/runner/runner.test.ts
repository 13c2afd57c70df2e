import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createJournal } from '../../../../src/platform/process/journal.ts'
import { createRunner } from '../../../../src/platform/runner/runner.ts'
import { createSecrets } from '../../../../src/platform/secrets/secrets.ts'
import { outputsIn } from '../../../support/run/runner-files.ts'
import { hostileText } from '../../../support/secrets/hostile-text.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'runner-'))
  // The toolkit reads the variable itself.
  process.env.GITHUB_OUTPUT = path.join(folder, 'output')
  writeFileSync(path.join(folder, 'output'), '')
  writeFileSync(path.join(folder, 'summary'), '')
})
afterEach(() => {
  delete process.env.GITHUB_OUTPUT
  rmSync(folder, { recursive: true })
})

function aRunner(secret = '') {
  const secrets = createSecrets(() => {})
  secrets.add(secret)
  const environment = {
    GITHUB_OUTPUT: path.join(folder, 'output'),
    GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
    RUNNER_TEMP: folder,
  }
  return createRunner(environment, secrets, createJournal())
}

describe('outputs', () => {
  it('come out as they went in, and no value makes an output of its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(hostileText, fc.constantFrom('a<<EOF\nb\nEOF\nc=d', 'released=true\n')),
        async (value) => {
          writeFileSync(path.join(folder, 'output'), '')
          const runner = aRunner()
          await runner.setOutput('charts', value)
          await runner.setOutput('released', 'false')
          const read = outputsIn(readFileSync(path.join(folder, 'output'), 'utf8'))
          expect(Object.keys(read)).toEqual(['charts', 'released'])
          expect(read.released).toBe('false')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('are not set where the runner takes none', async () => {
    await expect(
      createRunner({}, { redactData: (text) => text }, createJournal()).setOutput('a', 'b'),
    ).resolves.toBeUndefined()
  })

  it('keep their keys and their syntax, whatever the secret is', async () => {
    const value = '{"schema":1,"a_s3cretValue_key":"x \\"a_s3cretValue_key\\" y","b": ["c:,d"]}'
    for (const secret of ['a_s3cretValue_key', '":"x \\"a_s3cretV', '"schema":1,"', ':,d'])
      await aRunner(secret).setOutput('charts', value)
    const written = readFileSync(path.join(folder, 'output'), 'utf8')
    const values = written.split('\n').filter((line) => line.startsWith('{'))
    expect(values).toEqual(['{"schema":1,"a_s3cretValue_key":"x \\"***\\" y","b": ["c:,d"]}', value, value, value])
  })

  it('hold no secret, for the runner would drop them whole', async () => {
    await aRunner('hunter2-hunter2').setOutput('charts', '{"a":"hunter2-hunter2"}')
    expect(readFileSync(path.join(folder, 'output'), 'utf8')).toContain('{"a":"***"}')
  })
})

describe('the job summary', () => {
  const written = () => readFileSync(path.join(folder, 'summary'), 'utf8')

  it('is appended to what is there', async () => {
    writeFileSync(path.join(folder, 'summary'), 'before\n')
    await aRunner('hunter2-hunter2').addSummary('## Charts hunter2-hunter2')
    expect(written()).toBe('before\n## Charts ***\n')
  })

  it('stays below what the runner takes, and says that something is missing', async () => {
    const runner = aRunner()
    await runner.addSummary(`${'日本語\n'.repeat(200_000)}`)
    await runner.addSummary('another one')
    expect(Buffer.byteLength(written())).toBeLessThan(1024 * 1024)
    expect(written()).toContain('The rest does not fit')
    expect(written()).not.toContain('\ufffd')
  })
})

describe('files for later steps', () => {
  it('are written under RUNNER_TEMP without secrets, one folder a run', async () => {
    const runner = aRunner('hunter2-hunter2')
    const [report, plan, other] = [
      await runner.saveFile('report.json', '{"a":"hunter2-hunter2"}'),
      await runner.saveFile('plan.json', '{}'),
      await aRunner().saveFile('plan.json', '{}'),
    ]
    expect(readFileSync(report, 'utf8')).toBe('{"a":"***"}')
    expect(path.dirname(report)).toBe(path.dirname(plan))
    expect(path.dirname(path.dirname(report))).toBe(folder)
    expect(other).not.toBe(plan)
  })
})
