import { configureGlobal } from 'fast-check'
import { isLongRun, namedSeed, propertyRounds } from './env.ts'

// The usual run draws the same cases each time, so that a commit is red or green for everybody; the long one draws anew, unless a seed is named.
// Property tests that say nothing of their number of cases take it from here; those that do ask propertyRounds themselves.
const usualSeed = 20_261_130
configureGlobal({
  ...(isLongRun ? propertyRounds() : { seed: usualSeed }),
  ...(namedSeed !== null && { seed: namedSeed }),
})
