import { generateKey } from 'openpgp'
import type { Expressions } from './step.ts'

/** The token of the job. */
export const WORKFLOW_TOKEN = 'ghs_test'
/** The token that an App gives for the repository that is published into. */
export const PAGES_TOKEN = 'ghs_ForTheRepositoryOfPages1'

/** Secrets and outputs of earlier steps that the workflows of shapes name. */
export async function knownExpressions(): Promise<Expressions> {
  const { privateKey } = await generateKey({
    type: 'rsa',
    rsaBits: 2048,
    userIDs: [{ name: 'Acme Charts' }],
    date: new Date('2025-06-01'),
    format: 'object',
  })
  return {
    'secrets.GPG_PRIVATE_KEY': privateKey.armor(),
    'secrets.GITHUB_TOKEN': WORKFLOW_TOKEN,
    'secrets.CHARTS_TOKEN': PAGES_TOKEN,
    'steps.app.outputs.token': PAGES_TOKEN,
  }
}
