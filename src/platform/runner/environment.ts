import { ReleaseError, ReleaseErrors } from '../../model/errors.ts'
import { isMergedRef } from '../../model/git/refs.ts'
import { member } from '../../model/json.ts'
import type { Environment } from '../../ports/process.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import { variableProblems } from './variables.ts'

const OBJECT_ID = /^[0-9a-f]{40,64}$/
const DEFAULT_SERVER = 'https://github.com'

/** The environment variables as they are now; later changes do not reach it. */
export function environmentSnapshot(variables: Environment): Environment {
  return Object.freeze({ ...variables })
}

/**
 * The runner's facts about this run. `eventPayload` is the text of the file at `GITHUB_EVENT_PATH`, if there is one; it
 * only adds the repository's visibility and default branch, so an unreadable one is not a failure. Fails with
 * `ENVIRONMENT_INCOMPLETE`, naming every missing variable, and with `ENVIRONMENT_INVALID` for each with a value that is
 * not valid for it.
 */
export function runnerFacts(environment: Environment, eventPayload?: string): RunnerFacts {
  const { read, missing } = required(environment)
  const repository = read('GITHUB_REPOSITORY')
  const facts = {
    repository,
    owner: environment.GITHUB_REPOSITORY_OWNER || (repository.split('/')[0] ?? ''),
    ref: read('GITHUB_REF'),
    sha: read('GITHUB_SHA'),
    eventName: read('GITHUB_EVENT_NAME'),
    workspace: read('GITHUB_WORKSPACE'),
    runnerTemp: read('RUNNER_TEMP'),
  }
  if (missing.length > 0) throw incomplete(missing)
  const problems = variableProblems(environment)
  if (problems.length > 0) throw new ReleaseErrors(problems)
  const serverUrl = (environment.GITHUB_SERVER_URL || DEFAULT_SERVER).replace(/\/+$/, '')
  return {
    ...facts,
    ...refParts(facts.ref),
    ...repositoryOfEvent(eventPayload),
    ...baseOfEvent(eventPayload),
    ...beforePush(eventPayload),
    serverUrl,
    apiUrl: (environment.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, ''),
    repositoryUrl: `${serverUrl}/${repository}`,
    actor: environment.GITHUB_ACTOR ?? '',
    runId: environment.GITHUB_RUN_ID ?? '',
    runUrl: `${serverUrl}/${repository}/actions/runs/${environment.GITHUB_RUN_ID ?? ''}`,
    debugging: environment.RUNNER_DEBUG === '1',
    isPullRequest: isPullRequest(facts.eventName, facts.ref),
    ...(Number(environment.GITHUB_RUN_ATTEMPT) > 1 && { isRerun: true as const }),
  }
}

/**
 * Why this event must not release, or `undefined` if it may: releases are made only from a branch or a tag
 * (`isMergedRef`), and never for events of a change that is not merged yet. Code `EVENT_REFUSED`.
 */
export function refusedEvent(
  facts: Pick<RunnerFacts, 'eventName' | 'ref' | 'isPullRequest'>,
): ReleaseError | undefined {
  if (!facts.isPullRequest && isMergedRef(facts.ref)) return undefined
  return new ReleaseError(
    'EVENT_REFUSED',
    `This run belongs to a change that is not merged yet (event ${facts.eventName}, ref ${facts.ref}), and nothing is released from those.`,
    {
      hint: 'Release on `push` to your main branch or to a tag; on pull requests use `mode: plan`, which changes nothing.',
    },
  )
}

function isPullRequest(eventName: string, ref: string): boolean {
  return (
    /^(pull_request(_target|_review|_review_comment)?|merge_group)$/.test(eventName) ||
    ref.startsWith('refs/pull/') ||
    (ref.startsWith('refs/heads/') && !isMergedRef(ref))
  )
}

function required(environment: Environment) {
  const missing: string[] = []
  const read = (name: string): string => {
    const value = environment[name] ?? ''
    if (value === '') missing.push(name)
    return value
  }
  return { read, missing }
}

function incomplete(names: readonly string[]): ReleaseError {
  return new ReleaseError('ENVIRONMENT_INCOMPLETE', `The environment lacks ${names.join(', ')}.`, {
    hint: 'Run it as a step of a GitHub Actions workflow (or under act), which sets these.',
  })
}

function refParts(ref: string): Pick<RunnerFacts, 'refType' | 'refName'> {
  if (ref.startsWith('refs/tags/')) return { refType: 'tag', refName: ref.slice('refs/tags/'.length) }
  if (ref.startsWith('refs/heads/')) return { refType: 'branch', refName: ref.slice('refs/heads/'.length) }
  return { refType: 'other', refName: ref.replace(/^refs\//, '') }
}

function repositoryOfEvent(payload: string | undefined): Pick<RunnerFacts, 'visibility' | 'defaultBranch'> {
  const repository = member(parsed(payload), 'repository')
  const visibility = member(repository, 'visibility')
  const branch = member(repository, 'default_branch')
  return {
    ...(visibility === 'public' || visibility === 'private' || visibility === 'internal' ? { visibility } : {}),
    ...(typeof branch === 'string' ? { defaultBranch: branch } : {}),
  }
}

function baseOfEvent(payload: string | undefined): Pick<RunnerFacts, 'base' | 'baseBranch'> {
  const event = parsed(payload)
  const branch = baseBranchIn(event)
  const base =
    member(member(member(event, 'pull_request'), 'base'), 'sha') ?? member(member(event, 'merge_group'), 'base_sha')
  return {
    ...(typeof base === 'string' && OBJECT_ID.test(base) && { base }),
    ...(branch !== undefined && isMergedRef(`refs/heads/${branch}`) && { baseBranch: branch }),
  }
}

/** All zeros for a new branch. */
function beforePush(payload: string | undefined): Pick<RunnerFacts, 'before'> {
  const before = member(parsed(payload), 'before')
  return typeof before === 'string' && OBJECT_ID.test(before) && /[1-9a-f]/.test(before) ? { before } : {}
}

/** `main` for a pull request, `refs/heads/main` for a merge queue. */
function baseBranchIn(event: unknown): string | undefined {
  const ref = member(member(member(event, 'pull_request'), 'base'), 'ref')
  if (typeof ref === 'string') return ref
  const queued = member(member(event, 'merge_group'), 'base_ref')
  return typeof queued === 'string' ? queued.replace(/^refs\/heads\//, '') : undefined
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
