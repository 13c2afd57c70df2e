// A program of its own, so that the package under test shares nothing with ours: verifies what its argument describes.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

interface Options {
  readonly certificateIdentityURI: string
  readonly certificateIssuer: string
  readonly certificateOIDs?: Readonly<Record<string, string>>
  readonly tufMirrorURL: string
  readonly tufRootPath: string
  readonly tufCachePath: string
}

interface SigstorePackage {
  verify(bundle: unknown, data: Buffer, options: Options): Promise<unknown>
  verify(bundle: unknown, options: Options): Promise<unknown>
}

interface Asked {
  /** Folder of the package. */
  readonly package: string
  readonly bundle: string
  readonly artifact?: string
  readonly expected: { readonly subject: string; readonly issuer: string; readonly repository?: string }
  readonly trust: { readonly url: string; readonly root: string }
  readonly cache: string
}

// https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md: the name of the source repository, as it is.
const REPOSITORY = '1.3.6.1.4.1.57264.1.5'

const asked = JSON.parse(process.argv[2] ?? '') as Asked
const { subject, issuer, repository } = asked.expected
const sigstore = createRequire(import.meta.url)(asked.package) as SigstorePackage
const options: Options = {
  certificateIdentityURI: subject,
  certificateIssuer: issuer,
  ...(repository !== undefined && { certificateOIDs: { [REPOSITORY]: repository } }),
  tufMirrorURL: asked.trust.url,
  tufRootPath: asked.trust.root,
  tufCachePath: asked.cache,
}
const bundle: unknown = JSON.parse(readFileSync(asked.bundle, 'utf8'))
try {
  if (asked.artifact === undefined) await sigstore.verify(bundle, options)
  else await sigstore.verify(bundle, readFileSync(asked.artifact), options)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
