import { pageInput } from '../page.ts'

export const listAuditInput = pageInput
