// Both directions: the artifacts of a run lie below E2E_ARTIFACTS. Between the two jobs E2E_TAMPER changes what travels, as any other
// job of the run could.
import { appendFileSync, cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const { E2E_ARTIFACTS = '', E2E_TAMPER = '', INPUT_NAME = '', INPUT_PATH = '' } = process.env
const stored = join(E2E_ARTIFACTS, INPUT_NAME)
if (!existsSync(stored)) cpSync(INPUT_PATH, stored, { recursive: true })
else {
  const [archive] = readdirSync(stored).filter((name) => name.endsWith('.tgz'))
  if (E2E_TAMPER === 'archive') appendFileSync(join(stored, archive), 'more')
  if (E2E_TAMPER === 'file') writeFileSync(join(stored, 'more-1.0.0.tgz'), 'more')
  cpSync(stored, INPUT_PATH, { recursive: true })
}
