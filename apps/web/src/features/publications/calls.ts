import { api } from '../../api.ts'

/** The procedures of publishing. */
export const calls = api.publications
