import { configureGlobal } from 'fast-check'
import { propertyRounds } from './env.ts'

// Property tests that say nothing of their number of cases; those that do ask propertyRounds themselves.
configureGlobal(propertyRounds())
