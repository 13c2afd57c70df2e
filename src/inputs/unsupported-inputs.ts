import { quotedValue } from './table/parse.ts'

/** What to write instead of an input of another action. */
interface Counterpart {
  readonly tool: string
  /** `value` is what the step gives for it. */
  readonly hint: (value: string) => string
}

const CR = 'chart-releaser-action'
const PAGES = 'helm-gh-pages'
const OCI = 'helm-oci-chart-releaser'

const say = (tool: string, hint: string): Counterpart => ({ tool, hint: () => hint })
const drop = (tool: string, why: string): Counterpart => say(tool, `Delete it: ${why}.`)

/** By name in lower case, as the runner gives it; without those that differ from ours only in a dash. */
const counterparts: ReadonlyMap<string, Counterpart> = new Map(
  Object.entries<Counterpart>({
    charts_dir: {
      tool: `${CR} and ${PAGES}`,
      hint: (value) => `Write \`charts: ${folder(value, 'charts')}/*\`.`,
    },
    pages_branch: { tool: CR, hint: (value) => pages(folder(value, 'gh-pages'), '?packages=releases') },
    packages_with_index: {
      tool: CR,
      hint: (value) => pages('gh-pages', /^true$/i.test(value.trim()) ? '' : '?packages=releases'),
    },
    charts_repo_url: say(CR, 'Write it into the target: `targets: pages://gh-pages?url=https://…`.'),
    skip_existing: drop(CR, 'what is published already is always left alone'),
    skip_packaging: drop(CR, 'charts are always packaged from the commit'),
    skip_upload: say(CR, 'Write `mode: plan` for a run that publishes nothing, else delete it.'),
    mark_as_latest: {
      tool: CR,
      hint: (value) =>
        /^false$/i.test(value.trim())
          ? pages('gh-pages', '?packages=releases&latest=never')
          : 'Delete it: which release is "latest" is decided here.',
    },
    install_dir: drop(CR, 'nothing is installed'),
    install_only: drop(CR, 'nothing is installed'),
    version: drop(CR, 'no other tool is fetched; Helm is chosen with `helm-version`'),
    token: say(PAGES, 'Write `github-token:`, or nothing for the token of the workflow.'),
    charts_url: say(PAGES, 'Write it into the target: `targets: pages://gh-pages?url=https://…`.'),
    owner: say(
      PAGES,
      'Write another repository into the target, `targets: pages://gh-pages?repository=owner/name`, and its token as `pages-token:`.',
    ),
    repository: say(
      `${PAGES} and ${OCI}`,
      'Write the whole place as `targets`: `pages://gh-pages?repository=owner/name` or `oci://host/path`.',
    ),
    branch: {
      tool: PAGES,
      hint: (value) => {
        const branch = folder(value, 'gh-pages')
        return `For the branch that holds the index, write \`targets: pages://${branch}\`. For the branches that release, write \`branches: ${branch}\`.`
      },
    },
    target_dir: { tool: PAGES, hint: (value) => pages(`gh-pages/${folder(value, 'charts')}`, '') },
    index_dir: { tool: PAGES, hint: (value) => pages(`gh-pages/${folder(value, 'charts')}`, '') },
    linting: drop(PAGES, 'charts are always linted'),
    commit_username: drop(PAGES, 'commits are made by github-actions[bot]'),
    commit_email: drop(PAGES, 'commits are made by github-actions[bot]'),
    chart_version: say(PAGES, 'Write the version into Chart.yaml, or release by tag with `version-from-tag: true`.'),
    enterprise_url: drop(PAGES, 'the server is that of the workflow'),
    dependencies: drop(PAGES, 'dependencies are fetched from where Chart.yaml and Chart.lock say'),
    name: say(OCI, 'Write `charts:` with the folder of the chart.'),
    tag: say(OCI, 'Write the version into Chart.yaml, or release by tag with `version-from-tag: true`.'),
    registry: { tool: OCI, hint: (value) => `Write \`targets: oci://${folder(value, 'ghcr.io')}/…\`.` },
    update_dependencies: drop(OCI, 'dependencies are built from Chart.lock'),
    signing_key: say(OCI, 'Write `gpg-private-key:` with the key itself, from a secret.'),
    signing_passphrase: say(OCI, 'Write `gpg-passphrase:`.'),
    signing_keyring: say(OCI, 'Write `gpg-private-key:` with the key itself, from a secret.'),
  }),
)

/** The tool that an input of another chart action belongs to, and what to write here; `undefined` for other names. */
export function unsupportedInput(
  name: string,
  value: string,
): { readonly tool: string; readonly hint: string } | undefined {
  const found = counterparts.get(name)
  return found && { tool: found.tool, hint: found.hint(value) }
}

/** A value as part of an example, if it is plain enough for one. */
function folder(value: string, otherwise: string): string {
  const plain = value.trim().replace(/^\.\//, '').replace(/\/+$/, '')
  return /^[\w./-]{1,60}$/.test(plain) && !quotedValue(plain).includes('\\') ? plain : otherwise
}

function pages(place: string, options: string): string {
  return `Write \`targets: pages://${place}${options}\`.`
}
