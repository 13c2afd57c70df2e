import { describe, expect, it } from '@jest/globals'
import type { Cell } from '../interop/cells.ts'
import { interopPage } from '../interop/page.ts'

const asked: Cell = {
  registry: 'here',
  client: 'cosign 3.1.3',
  check: 'verifies (the .sig)',
  outcome: 'passed',
  asked: { form: 'the .sig', question: 'right' },
}
const step: Cell = { registry: 'here', client: 'release-charts', check: 'is idle', outcome: 'passed' }

const rowsOf = (cells: readonly Cell[]) =>
  interopPage(cells)
    .split('\n')
    .filter((line) => line.startsWith('| '))

describe('the page of the interop matrix', () => {
  it('has no answer that is not in the cells', () => {
    expect(interopPage([])).not.toMatch(/\b(?:pass|FAIL|not run)(?: \||\*\*| \()/)
    expect(interopPage([])).toContain('In this run: 0 passed, 0 failed, 0 skipped.')
  })

  it('has a row for a form, and one for a registry', () => {
    const rows = rowsOf([asked, step])
    expect(rows).toContain('| cosign 3.1.3 | the .sig | pass |')
    expect(rows).toContain('| here | pass |')
  })

  it('says that one registry failed while another passed', () => {
    const page = interopPage([asked, { ...asked, registry: 'there', outcome: 'failed', detail: 'was accepted' }])
    expect(page).toContain('| cosign 3.1.3 | the .sig | pass, **FAIL** (1) |')
    expect(page).toContain('1. there: was accepted')
  })

  it('says of what was not run why, in every column', () => {
    const missing: Cell = {
      ...asked,
      client: 'gh 2',
      check: 'verifies',
      asked: {},
      outcome: 'skipped',
      detail: 'no Go',
    }
    const page = interopPage([asked, { ...asked, asked: { form: 'the .sig', question: 'stripped' } }, missing])
    expect(page).toContain('| gh 2 | all | not run (1) | not run (1) |')
    expect(page).toContain('1. no Go')
  })

  it('has the rows of a verifier together, in the order of the verifiers', () => {
    const other = (client: string, form: string): Cell => ({ ...asked, client, asked: { form, question: 'right' } })
    const rows = rowsOf([asked, other('gh 2', 'the bundle'), other('cosign 3.1.3', 'the archive')])
    expect(rows.slice(2, 5).map((row) => row.split(' | ')[1])).toEqual(['the .sig', 'the archive', 'the bundle'])
  })

  it('holds no port and no folder of the machine that it was made on', () => {
    const detail = `GET http://127.0.0.1:40123/v2/ and open /tmp/x1/home/bundle:\nfailed [12:00:01] of sha256:${'a'.repeat(64)}`
    const page = interopPage([{ ...asked, outcome: 'failed', detail }])
    expect(page).toContain('1. here: GET http://the-registry/v2/ and open …/bundle: failed of sha256:…')
  })
})
