import { ReleaseError } from '../../model/errors.ts'
import type { FileSigner } from '../../model/signature.ts'
import { isOurs } from '../../signing/policy/ownership.ts'
import type { Run, Signing } from '../run.ts'

/** The run's signer, for single files; opened with the first of them. */
export function createFileSigner(open: Run['signing']): FileSigner {
  const signing = async (): Promise<Signing> => {
    const opened = await open()
    if (opened) return opened
    throw new ReleaseError('BUG_UNEXPECTED', 'A file was to be signed with `sign: none`')
  }
  return {
    async sign(subject) {
      const { bundles } = await (await signing()).signer.sign(subject)
      const [bundle] = bundles
      if (bundle && bundles.length === 1) return bundle.json
      throw new ReleaseError('BUG_UNEXPECTED', `${subject.repository} takes one bundle, and got ${bundles.length}`)
    },
    async signerOf(subject, json) {
      const { verifier, ours } = await signing()
      const identity = await verifier.signerOf(subject, { json, predicateType: '' })
      return { ...identity, isOurs: isOurs(identity, ours) }
    },
  }
}
