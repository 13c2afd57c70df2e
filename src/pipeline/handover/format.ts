import { z } from 'zod'
import { nameProblem } from '../../chart/manifest/name.ts'
import { parseVersion } from '../../chart/manifest/version.ts'
import type { Digest } from '../../model/chart.ts'
import { type ErrorCode, errorCodes } from '../../model/error-codes.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import type { Handover } from './handover.ts'
import type { HandoverData, ProblemData } from './to-json.ts'

/** Far over what one run releases, and what Helm loads. */
const MAX_CHARTS = 5_000
const MAX_ARCHIVE_BYTES = 128 * 1024 * 1024
const MAX_TOTAL_BYTES = 4 * 1024 * 1024 * 1024
const MAX_TEXT = 100_000

const text = z.string().max(MAX_TEXT)
const commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
const count = z.number().int().min(1).max(10_000_000)
const place = z.strictObject({ file: text, line: count.optional(), column: count.optional() })
const codes = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]
const problem = z.strictObject({ code: z.enum(codes), message: text, hint: text.optional(), at: place.optional() })
const kinds = ['values', 'schema', 'rendered', 'metadata', 'dependencies', 'templates', 'files', 'commits'] as const
const finding = z.strictObject({
  level: z.enum(['major', 'minor', 'patch', 'none']),
  kind: z.enum(kinds),
  rule: text,
  subject: text,
  text,
  was: text.optional(),
  is: text.optional(),
  at: place.optional(),
})

// The name of the archive is made of these two, so that none leads out of the folder.
const name = z.string().refine((value) => nameProblem(value) === undefined)
const version = z.string().refine((value) => parseVersion(value) !== undefined)

const handover = z.strictObject({
  schema: z.literal(1),
  run: z.strictObject({ repository: text, runId: text, sha: commit }),
  head: commit,
  bumpedAt: z.number().int().min(0).max(8_640_000_000),
  helm: z.string().regex(/^[\w.+-]{1,100}$/),
  evidence: z
    .array(z.strictObject({ key: text, findings: z.array(finding).optional(), problem: problem.optional() }))
    .max(MAX_CHARTS),
  comparisons: z.array(z.strictObject({ key: text, same: z.boolean() })).max(MAX_CHARTS),
  packages: z
    .array(
      z.strictObject({
        name,
        version,
        digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
        bytes: z.number().int().min(1).max(MAX_ARCHIVE_BYTES),
      }),
    )
    .max(MAX_CHARTS),
  failed: z.array(z.strictObject({ path: text, problem })).max(MAX_CHARTS),
})

/**
 * A handover as `handoverJson` wrote it. It comes from a job that ran Helm on charts: nothing is believed of it but its form.
 * Fails with `HANDOVER_INVALID`, naming the first part that has another form, and never its value.
 */
export function readHandoverJson(json: Uint8Array): Handover {
  const parsed = handover.safeParse(dataIn(json))
  if (!parsed.success) throw malformed(parsed.error.issues[0]?.path.map(String).join('.') || 'all of it')
  const { run, head, helm, bumpedAt, ...data } = parsed.data as HandoverData
  const packages = data.packages.map((one) => ({ ...one, digest: one.digest as Digest }))
  const names = new Set(packages.map((one) => `${one.name}-${one.version}`))
  const total = packages.reduce((sum, { bytes }) => sum + bytes, 0)
  if (names.size !== packages.length || total > MAX_TOTAL_BYTES) throw malformed('packages')
  return {
    ...{ run, head, helm, packages },
    bumpedAt: new Date(bumpedAt * 1000),
    evidence: new Map(
      data.evidence.map(({ key, findings, problem: why }) => [
        key,
        why ? problemOf(why) : ((findings ?? []) as readonly Finding[]),
      ]),
    ),
    comparisons: new Map(data.comparisons.map(({ key, same }) => [key, same])),
    failed: new Map(data.failed.map(({ path, problem: why }) => [path, problemOf(why)])),
  }
}

function dataIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return undefined
  }
}

function problemOf({ code, message, hint, at }: ProblemData): ReleaseError {
  return new ReleaseError(code, message, { hint, at })
}

function malformed(where: string): ReleaseError {
  return new ReleaseError(
    'HANDOVER_INVALID',
    `What the build job handed over has another form (${where.slice(0, 80)}).`,
    {
      hint: 'Run the whole workflow again. If that does not help, report it.',
    },
  )
}
