import { branch, branchElsewhere } from './branch.ts'
import { folder } from './folder.ts'
import type { PlaceUnderRace } from './place.ts'
import { moto, versitygw } from './s3-servers.ts'

/** Every kind of place that eight processes write to at once. */
export const places: readonly PlaceUnderRace[] = [branch, branchElsewhere, versitygw, moto, folder]
