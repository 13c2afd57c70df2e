import { isConstraint } from '../../chart/manifest/constraints.ts'
import { readHelmVersion } from '../../chart/manifest/helm-version.ts'
import { type Parser, text } from '../table/parse.ts'

const NAME = /^[A-Za-z0-9][\w.-]{0,99}$/
const OWNER_AND_NAME = '[\\w.-]{1,100}/[\\w.-]{1,100}'

/** `oci://…`, or the name of a chart. What is after the scheme is read where the registry is known. */
export const chartAddress: Parser<string> = (raw) => {
  const given = typeof raw === 'string' ? raw.trim() : ''
  if (given.startsWith('oci://') || NAME.test(given)) return { value: given }
  const allowed =
    'a reference such as `oci://ghcr.io/acme/charts/app:1.2.3`, or the name of a chart together with `repository-url`'
  return { allowed, hint: addressHint(given) }
}

function addressHint(given: string): string | undefined {
  if (/^releases:|^https?:.*\/releases\/download\//i.test(given))
    return 'A GitHub Release is not a repository of charts. Download the archive, and check it with `gh attestation verify app-1.2.3.tgz --repo acme/charts`.'
  return /^https?:/i.test(given)
    ? 'Write the address as `repository-url`, and the name of the chart as `chart`.'
    : undefined
}

export const versionOrRange: Parser<string> = text((value) =>
  readHelmVersion(value) || isConstraint(value) ? undefined : 'a version such as `1.2.3`, or a range such as `^1.2.0`',
)

/** Without a fragment; a user in it goes to that server only. */
export const webAddress: Parser<string> = text((value) =>
  /^https?:\/\/[^\s#]+$/i.test(value) && URL.canParse(value)
    ? undefined
    : 'an address such as `https://charts.acme.example`',
)

export const repositoryName: Parser<string> = text((value) =>
  new RegExp(`^(?:https://[\\w.:-]{1,255}/)?${OWNER_AND_NAME}$`).test(value)
    ? undefined
    : 'a repository such as `acme/charts`, or `https://github.example.com/acme/charts`',
)

export const workflowFile: Parser<string> = text((value) =>
  new RegExp(
    `^(?:(?:\\.github/workflows/)?[^@/\\s]+\\.ya?ml|${OWNER_AND_NAME}/\\.github/workflows/[^@/\\s]+\\.ya?ml(?:@refs/\\S+)?)$`,
  ).test(value)
    ? undefined
    : 'a workflow file such as `release.yml`, or `owner/name/.github/workflows/release.yml@refs/tags/v1` of another repository',
)

export const refGlob: Parser<string> = text((value) =>
  /^refs\/(?:heads|tags)\/[^\s:]+$/.test(value)
    ? undefined
    : 'globs of whole refs, such as `refs/heads/main` or `refs/tags/v*`',
)

/** A star alone would accept anybody. */
export const identityPattern: Parser<string> = text((value) =>
  /^[^\s*]{3,}\*?$/.test(value) ? undefined : 'a subject such as `release@acme.example`, with `*` at most at its end',
)

export const issuerUrl: Parser<string> = text((value) =>
  /^https:\/\/\S+$/.test(value) && URL.canParse(value)
    ? undefined
    : 'an address such as `https://token.actions.githubusercontent.com`',
)
