import { bitnami } from '../../support/workflows/shapes/bitnami.ts'
import { walksLikeTheirs } from '../../support/workflows/walks-like-theirs.ts'

walksLikeTheirs(bitnami)
