import { ReleaseError } from '../../model/errors.ts'

export function requiredChart(): never {
  throw new ReleaseError('INPUT_MISSING', 'The input `chart` is missing.', {
    hint: 'Write `chart: oci://ghcr.io/acme/charts/app:1.2.3`, or `chart: app` with `repository-url`.',
  })
}
