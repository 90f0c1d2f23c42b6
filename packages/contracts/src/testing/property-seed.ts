import { configureGlobal } from 'fast-check'
import { isLongRun, propertyRounds } from './env.ts'

// The usual run draws the same cases each time, so that a commit is red or green for everybody; the long one draws anew.
// Property tests that say nothing of their number of cases take it from here; those that do ask propertyRounds themselves.
configureGlobal(isLongRun ? propertyRounds() : { seed: 20_261_130 })
