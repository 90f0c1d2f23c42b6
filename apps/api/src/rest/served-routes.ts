import { appRouter } from '../routers/index.ts'
import { restRoutes } from './rest-route.ts'
import type { RuntimeProcedure } from './rest-route.ts'

// At run time this is a flat record by path; its type says otherwise.
const procedures = appRouter._def.procedures as unknown as Record<string, RuntimeProcedure>
/** Every endpoint of /api/v1 that a procedure serves. */
export const routes = restRoutes(procedures)

/** Where a creation is downloaded as a file. No procedure, like the next. */
export const exportPath = '/creations/{creation_id}/export'

/** Where the progress of a generation is streamed. */
export const eventsPath = '/creations/{generation_id}/events'
