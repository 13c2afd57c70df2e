import { notFound, type Route } from './exchange.ts'
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
      pull.labels = [...new Set([...pull.labels, ...names])]
      return { status: 200, body: pull.labels.map((name) => labelOf(hub, name)) }
    },
  },
]
