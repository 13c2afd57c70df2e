import { example } from './description.ts'
import { notFound, type Route } from './exchange.ts'
import { apiUrl, webUrl } from './hub.ts'

/** The repository itself, and whether its releases are immutable. */
export const repositoryRoutes: readonly Route[] = [
  {
    operation: 'GET /repos/{owner}/{repo}',
    handle(_, hub) {
      const { visibility, defaultBranch } = hub.settings
      const [owner = '', name = ''] = hub.repository.split('/')
      // The example is a fork of something; ours is not.
      const { parent: _p, source: _s, ...template } = example('full-repository-default-response', hub.repository)
      const body = {
        ...template,
        name,
        full_name: hub.repository,
        owner: { ...(template.owner as object), login: owner },
        url: apiUrl(hub, '').replace(/\/$/, ''),
        html_url: webUrl(hub, '').replace(/\/$/, ''),
        default_branch: defaultBranch,
        visibility,
        private: visibility !== 'public',
        language: null,
      }
      return { status: 200, body }
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/immutable-releases',
    needs: ['administration', 'read'],
    handle: (_, { settings }) =>
      settings.immutableReleases ? { status: 200, body: { enabled: true, enforced_by_owner: false } } : notFound(),
  },
]
