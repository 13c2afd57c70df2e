import { firstOf } from '../registries/registry.ts'
import { registryAt } from '../registries/table.ts'

// Registries make the last part of a path with the first push, and not the rest.

/** The way out when something on the path does not exist; `path` is known when it was written to. */
export function missingPlaceHint(host: string, path: string | undefined): string | undefined {
  const missing = registryAt(host)?.missing
  if (missing) return missing(path ?? '<path>/<chart>')
  return path === undefined ? undefined : generalHint(host, path)
}

function generalHint(host: string, path: string): string {
  return `Registries make a repository with the first push, but not what it belongs to: check that "${firstOf(path)}" exists on ${host} (on Gitea and Forgejo a user or an organization, on Harbor a project, on Nexus and Artifactory a Docker repository), create it or correct the target, and run again. If nothing of ${host} is found, it may not be an OCI registry, or be one at another port.`
}

/** Most registries say the same of what does not exist as of what is not allowed. */
export function placeDoubt(host: string, path: string): string {
  const way =
    registryAt(host)?.missing?.(path) ?? `does "${firstOf(path)}" exist there (a user, an organization, or a project)?`
  return `Registries often answer the same for what does not exist: ${way}`
}
