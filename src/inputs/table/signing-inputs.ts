import { definition, nothing } from './definition.ts'
import { boolean, duration, oneOf, text } from './parse.ts'
import { orSwitch } from './switch-words.ts'

/** Inputs about signatures. */
export const signingInputs = {
  sign: definition<'keyless' | 'none'>({
    description:
      'Signatures. `keyless`: with the identity of this workflow (needs `id-token: write`). `none`: unsigned.',
    default: '`keyless`',
    parse: orSwitch('sign', oneOf(['keyless', 'none'])),
    fallback: () => 'keyless',
    config: 'text',
    visibility: 'plan',
  }),
  'sign-index': definition<boolean>({
    description:
      'Also sign the index of each target that has one: `index.yaml.sigstore.json` beside `index.yaml`, renewed with every write of it.',
    default: '`false`',
    parse: boolean,
    fallback: () => false,
    config: 'boolean',
    visibility: 'plan',
  }),
  provenance: definition<boolean>({
    description:
      'With `sign: keyless`: sign how each package was built (SLSA provenance), for `gh attestation verify`. It is stored beside the signatures, and with GitHub if the job has `attestations: write`.',
    default: '`true`',
    parse: boolean,
    fallback: () => true,
    config: 'boolean',
    visibility: 'plan',
  }),
  'public-log': definition<boolean | undefined>({
    description:
      'Signing writes the name of the repository and the workflow to a public log for ever. `true` agrees to that for a private repository.',
    default: 'public repositories only',
    parse: boolean,
    fallback: nothing,
    config: 'boolean',
    visibility: 'plan',
  }),
  'sigstore-signing-config': definition<string | undefined>({
    description:
      'Services of a private Sigstore: a signing configuration (v0.2), as a file in the workspace or as its JSON.',
    default: 'the public Sigstore',
    parse: text(),
    fallback: nothing,
    config: 'text',
    visibility: 'messages',
  }),
  'sigstore-trusted-root': definition<string | undefined>({
    description: 'Keys of a private Sigstore: a trusted root, as a file in the workspace or as its JSON.',
    default: 'the public Sigstore',
    parse: text(),
    fallback: nothing,
    config: 'text',
    visibility: 'messages',
  }),
  'sigstore-timeout': definition<number>({
    description:
      'How long to keep trying while Sigstore is away, such as `90s` or `10m`; then the run fails, unsigned and unpublished.',
    default: '`10m`',
    parse: duration,
    fallback: () => 600_000,
    config: 'text',
    visibility: 'messages',
  }),
  'gpg-private-key': definition<string | undefined>({
    description:
      'An OpenPGP key that signs Helm provenance (`.prov`) beside the keyless signatures: armored, or in base64; give it from a secret.',
    default: 'no provenance files',
    parse: text(),
    fallback: nothing,
    visibility: 'secret',
  }),
  'gpg-passphrase': definition<string | undefined>({
    description: 'What unlocks `gpg-private-key`; give it from a secret.',
    default: 'empty',
    parse: text(),
    fallback: nothing,
    visibility: 'secret',
  }),
} as const
