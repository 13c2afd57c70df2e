import type { CheckedRequirement, VerificationReport } from '../../model/verification.ts'

/** The outputs of the action in `verify/`, as its documentation describes them. */
export const verificationOutputDescriptions = {
  verified:
    '`true` if the chart was pulled and meets every requirement, else `false`. The other outputs but `report` are empty then.',
  reference: 'The chart with its exact version: `oci://host/path/name:1.2.3`, or the address of its archive.',
  digest: 'The digest that is signed: of the manifest in a registry, else of the archive.',
  pinned:
    'What to give to `helm upgrade` and Flux to get exactly this chart, `oci://host/path/name@sha256:…`; empty for a chart of an index.',
  name: 'The name of the chart.',
  version: 'Its version.',
  archive: 'The archive that was pulled and checked, as a file for later steps.',
  'archive-digest': 'The digest of that file.',
  report:
    'JSON: `{"schema":1,"verified":…,"checks":[…],"problems":[…]}`. Each of `checks` has `requirement`, `accepted` (`form`, and `identity` or `key`; absent if it is not met) and `refused`, the signatures that do not count, each with `form` and `why`. Each of `problems` has `code` and `message`.',
} as const

type OutputName = keyof typeof verificationOutputDescriptions

/** The runner takes 1 MiB for all outputs of a job. */
const MAX_REASON = 300

/** What later steps could use is there only if everything holds: a step may go on after a failure. */
export function verificationOutputs(report: VerificationReport): Readonly<Record<OutputName, string>> {
  const { verification, archive } = report
  const isVerified = verification !== undefined && archive !== undefined && report.problems.length === 0
  const found = isVerified ? verification : undefined
  return {
    verified: String(isVerified),
    reference: found?.reference ?? '',
    digest: found?.digest ?? '',
    pinned: found?.pinned ?? '',
    name: found?.name ?? '',
    version: found?.version ?? '',
    archive: isVerified ? archive : '',
    'archive-digest': found?.archiveDigest ?? '',
    report: reportJson(report, isVerified),
  }
}

function reportJson({ verification, problems }: VerificationReport, verified: boolean): string {
  const { name, version, reference, digest, pinned, archiveDigest, checks = [] } = verification ?? {}
  return JSON.stringify({
    ...{ schema: 1, verified, name, version, reference, digest, pinned, archiveDigest },
    checks: checks.map(checkData),
    problems: problems.map(({ code, message, hint }) => ({ code, message, hint })),
  })
}

function checkData({ requirement, accepted, refused }: CheckedRequirement) {
  const brief = refused.map(({ form, why }) => ({ form, why: why.slice(0, MAX_REASON) }))
  return { requirement, accepted, refused: brief }
}
