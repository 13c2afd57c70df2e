import type { ChartRef, Digest } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'

export function chartMissing(
  name: string,
  version: string,
  { where, hasOthers }: { readonly where: string; readonly hasOthers: boolean },
): ReleaseError {
  const what = `${where} has no version ${version} of ${name}${hasOthers ? ', and has others' : ''}.`
  return new ReleaseError('VERIFY_CHART_MISSING', what, {
    hint: 'Check name and version. If it was released a moment ago, set `wait: 10m`: a CDN can show what was there before for some minutes.',
  })
}

export function indexMissing(url: string): ReleaseError {
  return new ReleaseError('VERIFY_CHART_MISSING', `There is nothing at ${url}/index.yaml.`)
}

/** An index and an archive are two files, of which a CDN can show the new one and not yet the other. */
export function archiveMissing({ name, version }: ChartRef, index: string, { origin, pathname }: URL): ReleaseError {
  const what = `${index} lists ${name} ${version}, and there is nothing at ${origin}${pathname}.`
  return new ReleaseError('VERIFY_CHART_MISSING', what, {
    hint: 'If it was released a moment ago, set `wait: 10m`: a CDN can show what was there before for some minutes. Otherwise the archive was removed: ask its publisher.',
  })
}

export function digestDiffers(
  reference: string,
  { given, found }: { readonly given: Digest; readonly found: Digest },
): ReleaseError {
  return new ReleaseError('VERIFY_DIGEST_DIFFERS', `${reference} is ${found}, and ${given} is expected.`, {
    hint: 'Somebody moved the tag, or the digest is that of another version. Do not deploy it before you know which; a published version never changes.',
  })
}

export function unreadable(what: string, why: string): ReleaseError {
  return new ReleaseError('VERIFY_CHART_UNREADABLE', `${what} could not be fetched: ${why}.`, {
    hint: 'Check `repository-url`, and that an earlier step ran `helm repo add` with the credentials if the repository needs some.',
  })
}
