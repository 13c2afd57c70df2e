import { kyverno } from '../../support/workflows/shapes/kyverno.ts'
import { walksLikeTheirs } from '../../support/workflows/walks-like-theirs.ts'

walksLikeTheirs(kyverno)
