import { parse } from 'yaml'
import { isObject } from '../../model/json.ts'

const MAX_LENGTH = 512 * 1024

/**
 * Whether one of these workflow files (their texts) starts by itself when a tag comes. One that can't be read may. See
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows (create, push).
 */
export function listensForTags(workflows: readonly string[]): boolean {
  return workflows.some((text) => {
    if (text.length > MAX_LENGTH) return true
    try {
      const workflow: unknown = parse(text, { maxAliasCount: 100, logLevel: 'error' })
      return isObject(workflow) ? listens(workflow.on) : true
    } catch {
      return true
    }
  })
}

function listens(on: unknown): boolean {
  if (typeof on === 'string') return on === 'push' || on === 'create'
  if (Array.isArray(on)) return on.some(listens)
  if (!isObject(on)) return true
  return 'create' in on || ('push' in on && isForTags(on.push))
}

/** A push event without any filter of refs is also for tags; one with branches alone is not. */
function isForTags(filters: unknown): boolean {
  if (!isObject(filters)) return true
  const has = (...names: readonly string[]) => names.some((name) => filters[name] !== undefined)
  return has('tags', 'tags-ignore') || !has('branches', 'branches-ignore')
}
