/** What a thread of the pool runs, by name. */
export { readForSearch, weighEdited } from './text-work.ts'
