import { example } from './description.ts'
import { notFound, page, type Route } from './exchange.ts'
import { apiUrl } from './hub.ts'
import { labelOf } from './pulls.ts'

/** Labels of pull requests; one that does not exist yet is made, as on GitHub. */
export const labelRoutes: readonly Route[] = [
  {
    operation: 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
    needs: ['pull_requests', 'write'],
    handle({ body, parameters }, hub) {
      const pull = hub.pulls.find(({ number }) => number === Number(parameters.issue_number))
      if (!pull) return notFound()
      const { labels = [] } = body as { labels?: readonly (string | { name: string })[] }
      const names = labels.map((label) => (typeof label === 'string' ? label : label.name))
      const added = names.filter((name) => !pull.labels.includes(name))
      pull.labels = [...pull.labels, ...added]
      pull.labeled = [...pull.labeled, ...added]
      return { status: 200, body: pull.labels.map((name) => labelOf(hub, name)) }
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
    needs: ['pull_requests', 'read'],
    handle(call, hub) {
      const pull = hub.pulls.find(({ number }) => number === Number(call.parameters.issue_number))
      if (!pull) return notFound()
      const [template] = example('issue-event-for-issue-items', hub.repository) as unknown as Record<string, unknown>[]
      const events = pull.labeled.map((name, id) => ({
        ...template,
        ...{ id, event: 'labeled', label: { name, color: 'ededed' } },
      }))
      return page(call, events, apiUrl(hub, `issues/${pull.number}/events`))
    },
  },
]
